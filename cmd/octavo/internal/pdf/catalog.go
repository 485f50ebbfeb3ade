package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/typeset"
)

const (
	creator  = "octavo"
	producer = "octavo (fpdf 0.12.0)"
)

// finishCatalog makes the document's own dictionaries: catalog, info, metadata, outline, page labels.
func finishCatalog(f *file, doc *typeset.Document, u *uses) error {
	catalog := fmt.Sprintf("<</Type/Catalog/Pages %d 0 R", pagesObject)
	if doc.Lang != "" {
		catalog += "/Lang" + textString(doc.Lang)
	}
	if doc.Title != "" {
		catalog += "/ViewerPreferences<</DisplayDocTitle true>>"
	}
	if doc.Facing {
		catalog += "/PageLayout/TwoPageRight"
	}
	outline, err := addOutline(f, doc, u)
	if err != nil {
		return err
	}
	if outline != 0 {
		catalog += fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", outline)
	}
	if labels := pageLabels(doc.Pages); labels != "" {
		catalog += "/PageLabels<</Nums[" + labels + "]>>"
	}
	catalog += fmt.Sprintf("/Metadata %d 0 R>>", f.addStream("/Type/Metadata/Subtype/XML", xmp(doc)))
	f.set(f.root, catalog)
	f.set(f.info, info(doc))
	return nil
}

func info(doc *typeset.Document) string {
	var b strings.Builder
	b.WriteString("<<")
	for _, e := range []struct{ key, value string }{
		{"/Title", doc.Title}, {"/Author", doc.Author}, {"/Subject", doc.Subject}, {"/Keywords", doc.Keywords},
		{"/Creator", creator}, {"/Producer", producer},
	} {
		if e.value != "" {
			b.WriteString(e.key + textString(e.value))
		}
	}
	if !doc.Date.IsZero() {
		date := doc.Date.UTC().Format("(D:20060102150405Z)")
		b.WriteString("/CreationDate" + date + "/ModDate" + date)
	}
	b.WriteString(">>")
	return b.String()
}

// xmp says the same as info in an XMP packet (ISO 16684-1).
func xmp(doc *typeset.Document) []byte {
	var b bytes.Buffer
	element := func(before, value, after string) {
		if value == "" {
			return
		}
		b.WriteString(before)
		xml.EscapeText(&b, []byte(value)) // a bytes.Buffer takes everything
		b.WriteString(after)
		b.WriteByte('\n')
	}
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` + "\n<dc:format>application/pdf</dc:format>\n")
	element(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, doc.Title, `</rdf:li></rdf:Alt></dc:title>`)
	element(`<dc:creator><rdf:Seq><rdf:li>`, doc.Author, `</rdf:li></rdf:Seq></dc:creator>`)
	element(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">`, doc.Subject, `</rdf:li></rdf:Alt></dc:description>`)
	element(`<dc:language><rdf:Bag><rdf:li>`, doc.Lang, `</rdf:li></rdf:Bag></dc:language>`)
	element(`<pdf:Keywords>`, doc.Keywords, `</pdf:Keywords>`)
	element(`<pdf:Producer>`, producer, `</pdf:Producer>`)
	element(`<xmp:CreatorTool>`, creator, `</xmp:CreatorTool>`)
	if !doc.Date.IsZero() {
		date := doc.Date.UTC().Format("2006-01-02T15:04:05Z")
		element(`<xmp:CreateDate>`, date, `</xmp:CreateDate>`)
		element(`<xmp:ModifyDate>`, date, `</xmp:ModifyDate>`)
		element(`<xmp:MetadataDate>`, date, `</xmp:MetadataDate>`)
	}
	b.WriteString("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}
