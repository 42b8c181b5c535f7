import java.io.File;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;
import org.semanticweb.owlapi.profiles.OWLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileReport;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** Prints the violations of OWL 2 DL and RL in a file, whether it is consistent, and its empty classes. */
public class Profiles {
  public static void main(String[] arguments) throws Exception {
    OWLOntology ontology =
        OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(new File(arguments[0]));
    for (OWLProfile profile : new OWLProfile[] {new OWL2DLProfile(), new OWL2RLProfile()}) {
      OWLProfileReport report = profile.checkOntology(ontology);
      System.out.println(profile.getName() + ": " + report.getViolations().size() + " violations");
      report.getViolations().forEach(violation -> System.out.println("  " + violation));
    }
    OWLReasoner reasoner = new ReasonerFactory().createReasoner(ontology);
    System.out.println("consistent: " + reasoner.isConsistent());
    System.out.println("empty classes: " + reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom());
  }
}
