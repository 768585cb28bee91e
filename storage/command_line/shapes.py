"""Values turned into the JSON that the sub-commands print; the keys are a promise to scripts."""

from typing import Any

from storage.authority_edits import AuthorityPlan
from storage.domain.annotation import Annotation
from storage.domain.authority import TreeNode
from storage.domain.authority_plan import PlanStatus
from storage.domain.backup import Backup
from storage.domain.document import Document
from storage.domain.importing import ImportReport, ImportStatus
from storage.domain.mention import Mention
from storage.domain.review import MarkReview
from storage.domain.search import SearchResult

Shape = dict[str, Any]


def review_shape(review: MarkReview) -> Shape:
    """Shape a mark that waits to be checked: where it stood for sure, and the places proposed, likeliest first."""
    mark, anchor = review.mark, review.mark.sure_place.anchor
    return {
        "id": mark.id,
        "document": mark.document,
        "title": review.title,
        "state": mark.state.value,
        "former": {
            "text_version": mark.sure_place.text_version,
            "start": anchor.start,
            "end": anchor.end,
            "quote": anchor.quote,
            "before": anchor.before,
            "after": anchor.after,
        },
        "places": [
            {
                "start": place.present.span.start,
                "end": place.present.span.end,
                "score": round(place.score, 4),
                "words": place.present.words,
            }
            for place in review.places
        ],
    }


def import_shape(report: ImportReport) -> Shape:
    """Shape what became of the files."""
    counts = {status.value.replace("-", "_"): report.count(status) for status in ImportStatus}
    files = [
        {"path": file.path, "status": file.status.value, "document": file.document, "reason": file.reason}
        for file in report.files
    ]
    return {**counts, "files": files}


def document_shape(document: Document) -> Shape:
    """Shape a document as a list shows it."""
    description = document.description
    return {
        "id": document.id,
        "title": document.title,
        "source_class": description.source_class.value,
        "language": description.language,
        "dates": [
            {"layer": date.layer.value, "edtf": date.edtf, "basis": date.basis.value, "words": date.words}
            for date in description.dates
        ],
        "characters": document.characters,
        "state": document.state.value,
        "creators": [{"name": creator.name, "affiliation": creator.affiliation} for creator in description.creators],
        "publisher": description.publisher,
        "place": description.place,
        "url": description.url,
        "reference": description.reference,
        "original": description.original,
        "path": document.path,
    }


def mention_shape(mention: Mention) -> Shape:
    """Shape a mention."""
    return {
        "start": mention.start,
        "end": mention.end,
        "entity": mention.entity,
        "name": mention.name,
        "kind": mention.kind.value,
        "state": mention.state.value,
        "name_kind": mention.name_kind.value,
        "candidates": list(mention.candidates),
        "rule": mention.rule,
        "boilerplate": mention.boilerplate,
        "doubt": int(mention.doubt),
    }


def annotation_shape(mark: Annotation) -> Shape:
    """Shape a mark."""
    return {
        "id": mark.id,
        "document": mark.document,
        "start": mark.anchor.start,
        "end": mark.anchor.end,
        "quote": mark.anchor.quote,
        "note": mark.note,
        "tags": list(mark.tags),
        "entities": list(mark.entities),
        "colour": mark.colour.value,
        "state": mark.state.value,
        "paragraph": mark.anchor.paragraph,
        "page": mark.anchor.page,
        "created": mark.created.isoformat(),
        "changed": mark.changed.isoformat(),
    }


def search_shape(result: SearchResult) -> Shape:
    """Shape the answer to a query."""
    return {
        "query": result.query,
        "read_as": result.read_as,
        "total_documents": result.total_documents,
        "total_passages": result.total_passages,
        "remark": result.remark,
        "suggestion": result.suggestion,
        "milliseconds": round(result.milliseconds, 1),
        "hits": [
            {
                "document": hits.document,
                "title": hits.title,
                "score": hits.score,
                "passages": [
                    {
                        "start": passage.start,
                        "end": passage.end,
                        "snippet": passage.snippet,
                        "paragraph": passage.paragraph,
                    }
                    for passage in hits.passages
                ],
            }
            for hits in result.hits
        ],
    }


def plan_shape(plan: AuthorityPlan) -> Shape:
    """Shape what bringing in a list does, entry by entry."""
    return {
        "source": plan.source,
        "counts": {status.value.replace(" ", "_"): plan.count(status) for status in PlanStatus},
        "entries": [
            {
                "status": entry.status.value,
                "row": entry.row,
                "name": entry.name,
                "country": entry.country_name,
                "entity": entry.entity.id if entry.entity else None,
                "existing": entry.existing,
                "reason": entry.reason,
            }
            for entry in plan.entries
        ],
        "common_names": [{"entity": one.entity, "name": one.text, "count": one.count} for one in plan.common],
    }


def node_shape(node: TreeNode, children: list[Shape]) -> Shape:
    """Shape a row of the tree with the rows under it."""
    return {
        "kind": node.kind.value,
        "id": node.id,
        "name": node.name,
        "documents": node.documents,
        "mentions": node.mentions,
        "children": children,
    }


def backup_shape(backup: Backup) -> Shape:
    """Return the shape of a backup; what cannot be read of it is null."""
    held = backup.holdings
    return {
        "path": str(backup.path),
        "made": backup.made.isoformat(timespec="minutes"),
        "reason": backup.reason.value,
        "bytes": backup.size,
        "documents": held.documents if held else None,
        "marks": held.marks if held else None,
        "notes": held.notes if held else None,
    }
