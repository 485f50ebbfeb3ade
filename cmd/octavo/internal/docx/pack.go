package docx

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// namespaces of the parts with text.
const namespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

const relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// pack writes the file: its parts in a fixed order, without dates.
func (d *document) pack(w io.Writer) error {
	last := d.sectionProperties()
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.DefaultCompression) })
	var failed error
	put := func(name string, method uint16, parts ...[]byte) {
		if failed != nil {
			return
		}
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		for _, p := range parts {
			if err == nil {
				_, err = f.Write(p)
			}
		}
		failed = err
	}
	text := func(name string, parts ...string) {
		put(name, zip.Deflate, []byte(declaration+strings.Join(parts, "")))
	}

	text("[Content_Types].xml", d.contentTypes())
	text("_rels/.rels", relations([]named{
		{"rId1", relation{"officeDocument", "word/document.xml", false}},
		{"rId2", relation{"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", false}},
		{"rId3", relation{"extended-properties", "docProps/app.xml", false}},
		{"rId4", relation{"custom-properties", "docProps/custom.xml", false}}}))
	put("word/document.xml", zip.Deflate, []byte(declaration+"<w:document"+namespaces+"><w:body>\n"), d.Bytes(), []byte(last+"</w:body></w:document>"))
	own := []named{
		{"rIdStyles", relation{"styles", "styles.xml", false}}, {"rIdNumbering", relation{"numbering", "numbering.xml", false}},
		{"rIdSettings", relation{"settings", "settings.xml", false}}, {"rIdNotes", relation{"footnotes", "footnotes.xml", false}},
		{"rIdHead", relation{"header", "header1.xml", false}}}
	if d.opt.Foot != "" {
		own = append(own, named{"rIdFoot", relation{"footer", "footer1.xml", false}})
	}
	text("word/_rels/document.xml.rels", relations(append(own, d.text.named()...)))
	text("word/styles.xml", styleSheet(d.opt.Font, escape(d.cfg.Book.Language)))
	text("word/numbering.xml", numbering(d.numbers))
	text("word/settings.xml", settings)
	put("word/footnotes.xml", zip.Deflate, []byte(declaration+"<w:footnotes"+namespaces+">"+separators), d.notes.Bytes(), []byte("</w:footnotes>"))
	if len(d.notes.relations) > 0 {
		text("word/_rels/footnotes.xml.rels", relations(d.notes.named()))
	}
	text("word/header1.xml", "<w:hdr", namespaces, `><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">`,
		escape(d.head()), ` / </w:t></w:r>`, pageField, "</w:p></w:hdr>")
	if d.opt.Foot != "" {
		text("word/footer1.xml", "<w:ftr", namespaces, `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">`,
			escape(d.opt.Foot), "</w:t></w:r></w:p></w:ftr>")
	}
	text("docProps/core.xml", d.core())
	text("docProps/app.xml", `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">`+
		`<Application>octavo</Application><Company>`, escape(d.cfg.Book.Publisher), "</Company></Properties>")
	text("docProps/custom.xml", d.custom())
	for i, p := range d.pictures {
		put(fmt.Sprintf("word/media/picture%d.%s", i+1, p.Format), zip.Store, p.Data)
	}
	if failed != nil {
		return failed
	}
	return z.Close()
}

// pageField is the number of the page.
const pageField = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>` +
	`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

func (d *document) contentTypes() string {
	var b strings.Builder
	b.WriteString(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>` +
		`<Default Extension="gif" ContentType="image/gif"/>`)
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	for _, p := range []struct{ name, kind string }{{"word/document", "document.main"}, {"word/styles", "styles"}, {"word/numbering", "numbering"},
		{"word/settings", "settings"}, {"word/footnotes", "footnotes"}, {"word/header1", "header"}, {"word/footer1", "footer"}} {
		if p.kind != "footer" || d.opt.Foot != "" {
			fmt.Fprintf(&b, `<Override PartName="/%s.xml" ContentType="%s%s+xml"/>`, p.name, word, p.kind)
		}
	}
	b.WriteString(`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>` +
		`<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`)
	return b.String()
}

type named struct {
	id string
	relation
}

func (p *part) named() []named {
	out := make([]named, len(p.relations))
	for i, r := range p.relations {
		out[i] = named{"rIdX" + strconv.Itoa(i+1), r}
	}
	return out
}

func relations(list []named) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, r := range list {
		kind, mode := r.kind, ""
		if !strings.Contains(kind, "/") {
			kind = relationType + kind
		}
		if r.external {
			mode = ` TargetMode="External"`
		}
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s" Target="%s"%s/>`, r.id, kind, escape(r.target), mode)
	}
	b.WriteString("</Relationships>")
	return b.String()
}

// core are the properties that every program shows.
func (d *document) core() string {
	book := &d.cfg.Book
	var b strings.Builder
	b.WriteString(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	element := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>", name, escape(value), name)
		}
	}
	element("dc:title", book.Title)
	element("dc:creator", strings.Join(book.Authors(), ", "))
	element("dc:subject", book.Subtitle)
	element("dc:description", book.Description)
	element("cp:keywords", strings.Join(book.Subjects, ", "))
	element("dc:identifier", d.opt.Copy)
	element("dc:language", book.Language)
	date := book.Date.UTC().Format(time.RFC3339)
	fmt.Fprintf(&b, `<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified>`, date, date)
	b.WriteString("</cp:coreProperties>")
	return b.String()
}

// custom are the properties that Read asks for.
func (d *document) custom() string {
	var b strings.Builder
	b.WriteString(`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"` +
		` xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`)
	n := 2 // the first number that is free for use
	property := func(name, value string) {
		fmt.Fprintf(&b, `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="%s"><vt:lpwstr>%s</vt:lpwstr></property>`,
			n, name, escape(value))
		n++
	}
	if d.opt.Copy != "" {
		property(copyProperty, d.opt.Copy)
	}
	for i, s := range d.book.Sources {
		property(fileProperty+strconv.Itoa(i), s.Name)
	}
	b.WriteString("</Properties>")
	return b.String()
}
