"""LibreOffice's own mail merge of certificates: run by a Python that has its ``uno`` module, not by the program.

    python3 mail_merge.py FOLDER

FOLDER holds ``recipients.csv`` and ``blank.png``, a picture of the empty sheet; the merged sheets go into one PDF
there. Prints the seconds of the merge alone, without the start of LibreOffice and without making the template.
The words are set more simply than ours: centred lines on the picture.
"""

import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
from com.sun.star.text.TextContentAnchorType import AT_PARAGRAPH
from com.sun.star.text.WrapTextMode import THROUGHT

PIPE = "so-thi-dua-benchmark"
LINES = (
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13),
    ("Độc lập - Tự do - Hạnh phúc", 13),
    ("#authority", 15.5),
    ("TẶNG", 13),
    ("GIẤY KHEN", 40),
    ("#recipient_name", 22),
    ("#recipient_description", 14),
    ("#citation", 14.5),
    ("#date_line", 13),
    ("#signer_title", 13.5),
    ("#signer_name", 13.5),
)


def option(name, value):
    return PropertyValue(Name=name, Value=value)


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - its own kind of error, whatever the version: not started yet
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


def register(services, folder):
    """The folder's CSV files as a data source."""
    known = services.createInstance("com.sun.star.sdb.DatabaseContext")
    source = known.createInstance()
    source.URL = f"sdbc:flat:{folder.as_uri()}"
    source.Info = tuple(
        option(*pair)
        for pair in (
            ("HeaderLine", True),
            ("Extension", "csv"),
            ("CharSet", "UTF-8"),
            ("FieldDelimiter", ";"),
            ("StringDelimiter", '"'),
        )
    )
    source.DatabaseDocument.storeAsURL((folder / "source.odb").as_uri(), ())
    known.registerObject("certificates", source)


def write_template(services, path):
    desktop = services.createInstance("com.sun.star.frame.Desktop")
    sheet = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (option("Hidden", True),))
    style = sheet.StyleFamilies.getByName("PageStyles").getByName("Standard")
    style.IsLandscape, style.Width, style.Height = True, 29700, 21000
    lay_blank(services, sheet, path.with_name("blank.png"))
    text, cursor = sheet.Text, sheet.Text.createTextCursor()
    cursor.ParaAdjust = uno.Enum("com.sun.star.style.ParagraphAdjust", "CENTER")
    for words, size in LINES:
        cursor.CharHeight = size
        if words.startswith("#"):
            text.insertTextContent(cursor, column(sheet, words[1:]), False)
        else:
            text.insertString(cursor, words, False)
        text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    sheet.storeAsURL(path.as_uri(), ())
    sheet.close(True)


def lay_blank(services, sheet, path):
    """The picture of the empty sheet behind the text, as large as the paper."""
    reader = services.createInstance("com.sun.star.graphic.GraphicProvider")
    picture = sheet.createInstance("com.sun.star.text.TextGraphicObject")
    picture.Graphic = reader.queryGraphic((option("URL", path.as_uri()),))
    picture.AnchorType, picture.Surround, picture.Opaque = AT_PARAGRAPH, THROUGHT, False
    sheet.Text.insertTextContent(sheet.Text.createTextCursor(), picture, False)
    picture.Width, picture.Height = 29700, 21000
    picture.HoriOrient = picture.VertOrient = 0
    picture.HoriOrientRelation = picture.VertOrientRelation = 7  # the whole page
    picture.HoriOrientPosition = picture.VertOrientPosition = 0


def column(sheet, name):
    master = sheet.createInstance("com.sun.star.text.fieldmaster.Database")
    master.DataBaseName, master.DataTableName, master.DataCommandType = "certificates", "recipients", 0
    master.DataColumnName = name
    field = sheet.createInstance("com.sun.star.text.textfield.Database")
    field.attachTextFieldMaster(master)
    return field


def merge(services, template, folder):
    """Seconds of one merge of everybody into one PDF."""
    job = services.createInstance("com.sun.star.text.MailMerge")
    job.DocumentURL, job.DataSourceName = template.as_uri(), "certificates"
    job.CommandType, job.Command = 0, "recipients"
    job.OutputType, job.OutputURL, job.FileNamePrefix = 2, folder.as_uri(), "merged"
    job.SaveAsSingleFile, job.SaveFilter = True, "writer_pdf_Export"
    began = time.perf_counter()
    job.execute(())
    return time.perf_counter() - began


def main(folder):
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = ["soffice", profile, "--headless", "--norestore", f"--accept=pipe,name={PIPE};urp;"]
    office = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        services = connect().ServiceManager
        register(services, folder)
        template = folder / "template.odt"
        write_template(services, template)
        print(f"{merge(services, template, folder):.3f}")
    finally:
        office.terminate()
        office.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
