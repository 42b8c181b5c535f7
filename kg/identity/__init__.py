"""Which mentions of several releases are one thing: names compared, decisions, and what follows from them."""

from kg.identity.clusters import Clusters, cluster
from kg.identity.decisions import Decision, Judgement, in_force
from kg.identity.entities import Organisation, Person, Site
from kg.identity.proposals import judge_organisations, judge_people, judge_sites

__all__ = [
    "Clusters",
    "Decision",
    "Judgement",
    "Organisation",
    "Person",
    "Site",
    "cluster",
    "in_force",
    "judge_organisations",
    "judge_people",
    "judge_sites",
]
