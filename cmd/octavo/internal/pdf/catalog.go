package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/page"
)

const (
	creator  = "octavo"
	producer = "octavo (fpdf 0.12.0)"
)

// finishCatalog writes the document-level dictionaries: catalog, info, metadata, outline, page labels.
func finishCatalog(f *file, doc *page.Document, u *uses, contents []pageContent) error {
	f.version, f.packed = u.profile.version, u.profile.packed
	catalog := ""
	if u.profile.links {
		viewer, err := viewerEntries(f, doc, u)
		if err != nil {
			return err
		}
		catalog += viewer
	}
	if u.tagged {
		tree, err := addStructure(f, doc, u, contents)
		if err != nil {
			return err
		}
		catalog += fmt.Sprintf("/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R", tree)
	}
	if u.profile.standard != noStandard {
		catalog += addOutputIntent(f, u)
	}
	if u.profile.metadata {
		f.metadata = f.addStream("/Type/Metadata/Subtype/XML", xmp(doc, u, contents, ""))
		catalog += fmt.Sprintf("/Metadata %d 0 R", f.metadata)
	}
	u.shared.catalog = [2]string{fmt.Sprintf("<</Type/Catalog/Pages %d 0 R", pagesObject), catalog + ">>"}
	f.set(f.root, u.shared.catalog[0]+labelsEntry(doc.Pages)+u.shared.catalog[1])
	f.set(f.info, info(doc, u.profile, ""))
	return nil
}

// viewerEntries returns the catalog's entries for on-screen readers.
func viewerEntries(f *file, doc *page.Document, u *uses) (string, error) {
	var entries string
	if doc.Lang != "" {
		entries += "/Lang" + textString(doc.Lang)
	}
	if preferences := viewerPreferences(doc); preferences != "" {
		entries += "/ViewerPreferences<<" + preferences + ">>"
	}
	if doc.Facing {
		entries += "/PageLayout/TwoPageRight"
	}
	outline, err := addOutline(f, doc, u)
	if outline != 0 {
		entries += fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", outline)
	}
	return entries, err
}

// addOutputIntent adds the printing condition (ISO 32000-1, 14.11.5).
func addOutputIntent(f *file, u *uses) string {
	c := &u.profile.condition
	intent := "<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier" + textString(c.Name) +
		"/RegistryName(http://www.color.org)/Info" + textString(c.Info)
	if u.cmyk != nil {
		intent += fmt.Sprintf("/DestOutputProfile %d 0 R", f.addStream("/N 4/Filter/FlateDecode", u.cmyk))
	}
	return "/OutputIntents[" + intent + ">>]"
}

// info returns the document information dictionary (14.3.3), which includes a copy's id.
func info(doc *page.Document, profile *Profile, copy string) string {
	var b strings.Builder
	b.WriteString("<<")
	for _, e := range []struct{ key, value string }{
		{"/Title", doc.Title}, {"/Author", doc.Author}, {"/Subject", doc.Subject}, {"/Keywords", doc.Keywords},
		{"/Creator", creator}, {"/Producer", producer}, {"/OctavoCopy", copy},
	} {
		if e.value != "" {
			b.WriteString(e.key + textString(e.value))
		}
	}
	if !doc.Date.IsZero() {
		date := doc.Date.UTC().Format("(D:20060102150405Z)")
		b.WriteString("/CreationDate" + date + "/ModDate" + date)
	}
	if profile.standard != noStandard {
		b.WriteString("/Trapped/False")
	}
	switch profile.standard {
	case x1a2001:
		b.WriteString("/GTS_PDFXVersion(PDF/X-1:2001)/GTS_PDFXConformance(PDF/X-1a:2001)")
	case x1a2003: // this version has no conformance key (ISO 15930-4, 6.3)
		b.WriteString("/GTS_PDFXVersion(PDF/X-1a:2003)")
	}
	b.WriteString(">>")
	return b.String()
}

// xmp returns the same information as an XMP packet (ISO 16684-1).
func xmp(doc *page.Document, u *uses, contents []pageContent, copy string) []byte {
	var b bytes.Buffer
	element := func(before, value, after string) {
		if value == "" {
			return
		}
		b.WriteString(before)
		xml.EscapeText(&b, []byte(value)) // writing to a bytes.Buffer does not fail
		b.WriteString(after)
		b.WriteByte('\n')
	}
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"` +
		` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"`)
	if copy != "" {
		b.WriteString(` xmlns:octavo="urn:octavo:copy"`)
	}
	b.WriteString(">\n<dc:format>application/pdf</dc:format>\n")
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
	element(`<octavo:copy>`, copy, `</octavo:copy>`)
	if u.tagged {
		element(`<pdfuaid:part>`, "1", `</pdfuaid:part>`)
	}
	if u.profile.standard == x4 {
		element(`<pdfxid:GTS_PDFXVersion>`, "PDF/X-4", `</pdfxid:GTS_PDFXVersion>`)
		element(`<pdf:Trapped>`, "False", `</pdf:Trapped>`)
		element(`<xmpMM:DocumentID>`, documentID(doc, contents), `</xmpMM:DocumentID>`)
		element(`<xmpMM:VersionID>`, "1", `</xmpMM:VersionID>`)
		element(`<xmpMM:RenditionClass>`, "default", `</xmpMM:RenditionClass>`)
	}
	b.WriteString("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

// documentID returns a UUID (RFC 9562, version 8) derived from the content of the pages.
func documentID(doc *page.Document, contents []pageContent) string {
	h := sha256.New()
	h.Write([]byte(doc.Title))
	for _, c := range contents {
		h.Write(c.stream)
	}
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0F | 0x80
	u[8] = u[8]&0x3F | 0x80
	return fmt.Sprintf("uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

// viewerPreferences returns the entries of the dictionary of that name (ISO 32000-1, 12.2). Direction is how a reader lays pages side
// by side, the pair of /TwoPageRight included. The edges of Duplex are those of the paper, whichever way its pages lie on it.
func viewerPreferences(doc *page.Document) string {
	out := ""
	if doc.Title != "" {
		out = "/DisplayDocTitle true"
	}
	if doc.RightToLeft {
		out += "/Direction/R2L"
	}
	if doc.Printing == page.AsUsual {
		return out
	}
	out += "/PrintScaling/None/PickTrayByPDFSize true"
	switch doc.Printing {
	case page.OneSide:
		out += "/Duplex/Simplex"
	case page.FlipLongEdge:
		out += "/Duplex/DuplexFlipLongEdge"
	case page.FlipShortEdge:
		out += "/Duplex/DuplexFlipShortEdge"
	}
	return out
}
