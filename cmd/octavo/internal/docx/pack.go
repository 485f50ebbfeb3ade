package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/config"
)

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// namespaces of the parts with text.
const namespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

const relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// stored is a part as it is stored in the file.
type stored struct {
	name   string
	method uint16
	crc    uint32
	size   uint64
	data   []byte
}

// compressor compresses parts and reuses its flate.Writer, which takes longer to make than a small part to compress.
type compressor struct{ *flate.Writer }

// store compresses a part, except pictures, which are compressed already.
func (q *compressor) store(name string, method uint16, data []byte) (stored, error) {
	s := stored{name, method, crc32.ChecksumIEEE(data), uint64(len(data)), data}
	if method == zip.Deflate {
		var err error
		if s.data, err = q.deflated(data, (*flate.Writer).Close); err != nil {
			return s, err
		}
	}
	return s, nil
}

// deflated returns compressed data, whose end is written by end: Close, or Flush where separately compressed data follows.
func (q *compressor) deflated(data []byte, end func(*flate.Writer) error) ([]byte, error) {
	var b bytes.Buffer
	var err error
	if q.Writer == nil {
		if q.Writer, err = flate.NewWriter(&b, flate.DefaultCompression); err != nil {
			return nil, err
		}
	} else {
		q.Reset(&b)
	}
	if _, err = q.Write(data); err == nil {
		err = end(q.Writer)
	}
	return b.Bytes(), err
}

// master stores what has been written, compressed.
func (d *document) master(font string) (*Master, error) {
	m := &Master{cfg: d.cfg, paper: d.paper}
	for _, s := range d.book.Sources {
		m.files = append(m.files, s.Name)
	}
	if d.Len() > 0 {
		m.text = []byte(d.String() + textSection(d.paper, d.base) + documentEnd)
	}
	failed := d.failed
	var q compressor
	put := func(name string, method uint16, data []byte) {
		if failed == nil {
			var s stored
			s, failed = q.store(name, method, data)
			m.parts = append(m.parts, s)
		}
	}
	text := func(name string, parts ...string) {
		put(name, zip.Deflate, []byte(declaration+strings.Join(parts, "")))
	}
	var err error
	if m.tail, err = q.deflated(m.text, (*flate.Writer).Close); err != nil {
		return nil, err
	}
	own := []named{
		{"rIdStyles", relation{"styles", "styles.xml", false}}, {"rIdNumbering", relation{"numbering", "numbering.xml", false}},
		{"rIdSettings", relation{"settings", "settings.xml", false}}, {"rIdNotes", relation{"footnotes", "footnotes.xml", false}},
		{"rIdHead", relation{"header", "header1.xml", false}}, {"rIdFoot", relation{"footer", "footer1.xml", false}}}
	text("word/_rels/document.xml.rels", relations(append(own, d.text.named()...)))
	text("word/styles.xml", styleSheet(font, escape(d.cfg.Book.Language), d.fromRight))
	text("word/numbering.xml", numbering(d.numbers))
	text("word/settings.xml", settings)
	text("word/footnotes.xml", "<w:footnotes", namespaces, ">", separators, d.notes.String(), "</w:footnotes>")
	if len(d.notes.relations) > 0 {
		text("word/_rels/footnotes.xml.rels", relations(d.notes.named()))
	}
	text("word/header1.xml", "<w:hdr", namespaces, ">", alone(d.base, "Header", func(h *document) {
		h.letters(d.head()+" / ", runStyle{})
		h.WriteString(pageField)
	}), "</w:hdr>")
	text("docProps/app.xml", `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">`+
		`<Application>octavo</Application><Company>`, escape(d.cfg.Book.Publisher), "</Company></Properties>")
	for i, p := range d.pictures {
		put(fmt.Sprintf("word/media/picture%d.%s", i+1, p.format), zip.Store, p.data)
	}
	return m, failed
}

const documentEnd = "</w:body></w:document>"

// pack writes the file: its parts in a fixed order, without dates. The title page and the text after it are one part
// made of two separately compressed pieces (RFC 1951, 3.2.4: a piece may end on a byte).
func (m *Master) pack(w io.Writer, title *document, opt Options) error {
	head := declaration + "<w:document" + namespaces + "><w:body>\n" + title.String()
	if len(m.text) == 0 {
		head += titleSection(m.paper, title.base) + documentEnd
	}
	var q compressor
	first, err := q.deflated([]byte(head), (*flate.Writer).Flush)
	if err != nil {
		return err
	}
	foot := alone(title.base, "Footer", func(f *document) { f.letters(opt.Foot, runStyle{}) })
	document := stored{"word/document.xml", zip.Deflate, crc32.Update(crc32.ChecksumIEEE([]byte(head)), crc32.IEEETable, m.text),
		uint64(len(head) + len(m.text)), slices.Concat(first, m.tail)}
	var own []stored
	for _, p := range []struct{ name, text string }{{"[Content_Types].xml", contentTypes()}, {"_rels/.rels", relations(rootRelations)},
		{"docProps/core.xml", core(&m.cfg.Book, opt.Copy)}, {"docProps/custom.xml", m.custom(opt.Copy)},
		{"word/footer1.xml", "<w:ftr" + namespaces + ">" +
			foot + "</w:ftr>"}} {
		s, err := q.store(p.name, zip.Deflate, []byte(declaration+p.text))
		if err != nil {
			return err
		}
		own = append(own, s)
	}
	z := zip.NewWriter(w)
	for _, s := range slices.Concat(own, []stored{document}, m.parts) {
		f, err := z.CreateRaw(&zip.FileHeader{Name: s.name, Method: s.method, CRC32: s.crc,
			CompressedSize64: uint64(len(s.data)), UncompressedSize64: s.size})
		if err != nil {
			return err
		}
		if _, err := f.Write(s.data); err != nil {
			return err
		}
	}
	return z.Close()
}

// rootRelations are the relations of the package.
var rootRelations = []named{
	{"rId1", relation{"officeDocument", "word/document.xml", false}},
	{"rId2", relation{"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", false}},
	{"rId3", relation{"extended-properties", "docProps/app.xml", false}},
	{"rId4", relation{"custom-properties", "docProps/custom.xml", false}}}

// pageField is the field of the page number.
const pageField = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>` +
	`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

func contentTypes() string {
	var b strings.Builder
	b.WriteString(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>` +
		`<Default Extension="gif" ContentType="image/gif"/>`)
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	for _, p := range []struct{ name, kind string }{{"word/document", "document.main"}, {"word/styles", "styles"}, {"word/numbering", "numbering"},
		{"word/settings", "settings"}, {"word/footnotes", "footnotes"}, {"word/header1", "header"}, {"word/footer1", "footer"}} {
		fmt.Fprintf(&b, `<Override PartName="/%s.xml" ContentType="%s%s+xml"/>`, p.name, word, p.kind)
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

// core returns the core properties.
func core(bk *config.Book, copyID string) string {
	var b strings.Builder
	b.WriteString(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	element := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>", name, escape(value), name)
		}
	}
	element("dc:title", bk.Title)
	element("dc:creator", strings.Join(bk.Authors(), ", "))
	element("dc:subject", bk.Subtitle)
	element("dc:description", bk.Description)
	element("cp:keywords", strings.Join(bk.Subjects, ", "))
	element("dc:identifier", copyID)
	element("dc:language", bk.Language)
	date := bk.Date.UTC().Format(time.RFC3339)
	fmt.Fprintf(&b, `<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified>`, date, date)
	b.WriteString("</cp:coreProperties>")
	return b.String()
}

// custom returns the properties that Read asks for.
func (m *Master) custom(copyID string) string {
	var b strings.Builder
	b.WriteString(`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"` +
		` xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`)
	n := 2 // the first id available to applications
	property := func(name, value string) {
		fmt.Fprintf(&b, `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="%s"><vt:lpwstr>%s</vt:lpwstr></property>`,
			n, name, escape(value))
		n++
	}
	if copyID != "" {
		property(copyProperty, copyID)
	}
	for i, name := range m.files {
		property(fileProperty+strconv.Itoa(i), name)
	}
	b.WriteString("</Properties>")
	return b.String()
}
