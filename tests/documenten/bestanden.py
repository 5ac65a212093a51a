"""Files as people bring them, and as an attacker makes them: all made here, none of anybody."""

import io
import zipfile

import pikepdf
from PIL import Image
from PIL.PngImagePlugin import PngInfo

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + rb"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
MAKER = "Kanarievogel"
DOCX_SOORT = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName='
    b'"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    b'.main+xml"/></Types>'
)
ODT_SOORT = b"application/vnd.oasis.opendocument.text"


def jpeg(*, breed=40, hoog=30):
    """A photo that says where it was made, with which camera and by whom."""
    exif = Image.Exif()
    exif[0x010F] = MAKER
    exif[0x8825] = {1: "N", 2: (50.0, 53.0, 12.0), 3: "E", 4: (6.0, 1.0, 2.0)}
    uit = io.BytesIO()
    Image.new("RGB", (breed, hoog), "tan").save(uit, "JPEG", exif=exif, comment=MAKER.encode())
    return uit.getvalue()


def png():
    info = PngInfo()
    info.add_text("Author", MAKER)
    uit = io.BytesIO()
    Image.new("RGBA", (20, 20), (200, 100, 50, 128)).save(uit, "PNG", pnginfo=info)
    return uit.getvalue()


def png_of(breed, hoog):
    """A picture of one colour: small to send, large to draw."""
    uit = io.BytesIO()
    Image.new("1", (breed, hoog)).save(uit, "PNG")
    return uit.getvalue()


def pdf(*, wachtwoord=""):
    """A pdf with a maker, a script that runs on opening, a hidden file and a link to elsewhere."""
    uit = io.BytesIO()
    with pikepdf.new() as doc:
        doc.add_blank_page(page_size=(200, 200))
        doc.docinfo["/Author"] = MAKER
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        doc.Root.OpenAction = script
        doc.Root.Names = pikepdf.Dictionary(
            JavaScript=pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("x"), script]))
        )
        doc.pages[0].AA = pikepdf.Dictionary(O=script)
        doc.attachments["verborgen.exe"] = b"MZ" + MAKER.encode()
        slot = pikepdf.Encryption(owner=wachtwoord, user=wachtwoord) if wachtwoord else False
        doc.save(uit, encryption=slot)
    return uit.getvalue()


def zipped(delen):
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, tekst in delen.items():
            archief.writestr(naam, tekst)
    return uit.getvalue()


def docx(**extra):
    """A letter with its maker; `extra` are more parts, `__` in a name stands for a slash."""
    delen = {
        "[Content_Types].xml": DOCX_SOORT,
        "_rels/.rels": b"<Relationships/>",
        "word/document.xml": b"<w:document><w:t>Beste ouders</w:t></w:document>",
        "docProps/core.xml": f"<cp:coreProperties><dc:creator>{MAKER}</dc:creator></cp:coreProperties>",
        "word/media/foto.jpeg": jpeg(),
    }
    return zipped(delen | {naam.replace("__", "/"): tekst for naam, tekst in extra.items()})


def odt(**extra):
    delen = {
        "mimetype": ODT_SOORT,
        "content.xml": b"<office:document-content>Beste ouders</office:document-content>",
        "meta.xml": f"<office:meta><dc:creator>{MAKER}</dc:creator></office:meta>",
        "META-INF/manifest.xml": b"<manifest:manifest/>",
    }
    return zipped(delen | extra)
