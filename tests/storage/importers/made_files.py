"""Small files of every format, made for the tests."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

XHTML = "http://www.w3.org/1999/xhtml"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(members: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP file."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


def docx(body: str, parts: Mapping[str, str] | None = None, core: str = "") -> bytes:
    """Return a DOCX file; ``parts`` are further parts by what they are (styles, footnotes, header, footer)."""
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATION}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(parts)
    )
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": "<Relationships>"
        f'<Relationship Id="a" Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        **{f"word/{kind}.xml": f'<w:part xmlns:w="{WORD}">{content}</w:part>' for kind, content in parts.items()},
    }
    if core:
        dublin_core = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        members["docProps/core.xml"] = f"<cp:core xmlns:cp='core' {dublin_core}>{core}</cp:core>"
    return package(members)


_OPEN_DOCUMENT = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "meta")
)


def odt(body: str, styles: str = "", meta: str = "", manifest: str = "", automatic: str = "") -> bytes:
    """Return an ODT file; ``automatic`` are the styles of single places."""
    spaces = f'{_OPEN_DOCUMENT} xmlns:dc="http://purl.org/dc/elements/1.1/"'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "styles.xml": f"<office:document-styles {spaces}>{styles}</office:document-styles>",
            "meta.xml": f"<office:document-meta {spaces}><office:meta>{meta}</office:meta></office:document-meta>",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def epub(chapters: Sequence[str], metadata: str = "", extra: Mapping[str, str] | None = None) -> bytes:
    """Return an EPUB book whose chapters stand in the package in the reverse of the reading order."""
    items = "".join(
        f'<item id="c{number}" href="text/c%20{number}.xhtml" media-type="application/xhtml+xml"/>'
        for number in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    spaces = 'xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    pages = {
        f"OPS/text/c {number}.xhtml": f'<html xmlns="{XHTML}"><head><title/></head><body>{chapter}</body></html>'
        for number, chapter in reversed(list(enumerate(chapters)))
    }
    return package(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OPS/book.opf": f"<package {spaces}><metadata>{metadata}</metadata><manifest>{items}</manifest>"
            f"<spine>{spine}</spine></package>",
            **pages,
            **(extra or {}),
        }
    )


Placed = tuple[float, float, float, str]
"""Left edge, base line and size in points, and the words."""


def pdf(pages: Sequence[Sequence[Placed]], catalog: str = "", info: str = "", encrypt: str = "") -> bytes:
    """Return a PDF whose pages hold lines of Helvetica."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(pages):
        drawn = "\n".join(
            f"BT /F1 {size} Tf {left} {base} Td ({_escaped(words)}) Tj ET" for left, base, size, words in lines
        )
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {5 + 2 * number} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>",
            f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
        ]
    objects += [f"<<{info}>>", f"<<{encrypt}>>"]
    return _numbered(objects, len(objects) - 1, len(objects) if encrypt else 0)


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _numbered(objects: Sequence[str], info: int, encrypt: int) -> bytes:
    written = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = len(written)
    written += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    written += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    locked = f"/Encrypt {encrypt} 0 R/ID[<00><00>]" if encrypt else ""
    trailer = f"trailer<</Root 1 0 R/Info {info} 0 R/Size {len(objects) + 1}{locked}>>\nstartxref\n{table}\n%%EOF"
    return bytes(written + trailer.encode())
