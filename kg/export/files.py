"""One export: the format's writer, and a file that appears whole or not at all."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError
from kg.export.rdf import DATASETS, SINGLE, write_rdf
from kg.export.tables import csv_tables, neo4j_tables, parquet_tables, write_gexf, write_graphml
from kg.network import network
from kg.store.files import replacing, write_whole
from kg.store.places import AnySnapshot

_NETWORKS = {"graphml": write_graphml, "gexf": write_gexf}
_FOLDERS: dict[str, Callable[[AnySnapshot], Iterable[tuple[str, bytes]]]] = {
    "csv": lambda snapshot: csv_tables(snapshot.reader),
    "parquet": lambda snapshot: parquet_tables(snapshot.reader),
    "neo4j-csv": lambda snapshot: neo4j_tables(network(snapshot.reader)),
}
FORMATS = (*DATASETS, *SINGLE, *_NETWORKS, *_FOLDERS)
_STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say: equal content, equal bytes


def export(snapshot: AnySnapshot, form: str, path: Path | None, out: BinaryIO, graph: str | None = None) -> None:
    """Write a store to a file, or to `out` where there is no path.

    csv, parquet and neo4j-csv are several tables: the path is a folder, or a .zip file. Raises
    InputError for an unknown format or a path that does not fit it.
    """
    if form not in FORMATS:
        raise InputError(f"there is no format {form!r}; there are {', '.join(FORMATS)}")
    if graph is not None and form not in {*DATASETS, *SINGLE}:
        raise InputError(f"--graph is for RDF formats, not for {form}")
    if form in _FOLDERS:
        if path is None:
            raise InputError(f"{form} is several tables: name a folder or a .zip file with -o")
        _write_tables(list(_FOLDERS[form](snapshot)), path)
    elif path is None:
        _write(snapshot, form, graph, out)
    else:
        _check_folder(path.parent)
        with replacing(path) as file:
            _write(snapshot, form, graph, file)


def _write(snapshot: AnySnapshot, form: str, graph: str | None, out: BinaryIO) -> None:
    if form in _NETWORKS:
        _NETWORKS[form](network(snapshot.reader), out)
    else:
        write_rdf(snapshot, form, graph, out)


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise InputError(f"there is no folder {folder} to write into")


def _write_tables(tables: Iterable[tuple[str, bytes]], path: Path) -> None:
    if path.suffix == ".zip":
        _check_folder(path.parent)
        with replacing(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in tables:
                archive.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
        return
    if path.exists() and not path.is_dir():
        raise InputError(f"{path} is a file; several tables need a folder or a .zip")
    path.mkdir(parents=True, exist_ok=True)
    for name, content in tables:
        write_whole(path / name, content)
