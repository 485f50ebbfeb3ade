package preflight

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/styles"
)

// sample is a PDF of a few pages, in pieces that a test can spoil.
type sample struct {
	version   string
	pages     int
	catalog   string // entries of the catalog
	info      string
	trailer   string
	page      string         // entries of every page
	pageOf    map[int]string // of one page, in the place of page
	resources string
	fonts     string
	content   string
	contentOf map[int]string
	objects   map[int]string // further objects, from 100 on; "…stream…" makes one
}

// aLine is what stands on the pages: a line of text 36 pt and more from every edge of 396 × 612 pt.
const aLine = "BT /F 10 Tf 1 0 0 1 60 300 Tm (A line of text) Tj ET\n"

// good returns a file that passes the profile, for 24 pages.
func good(p Profile) *sample {
	s := &sample{version: "1.3", pages: 24, content: aLine, resources: "/Font<</F 4 0 R>>",
		fonts:     "/Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Face/FirstChar 32/LastChar 126/Widths 9 0 R/FontDescriptor 5 0 R/Encoding/WinAnsiEncoding",
		page:      "/MediaBox[0 0 396 612]/TrimBox[0 0 396 612]",
		info:      "/Title(Book)/CreationDate(D:20261123000000Z)/ModDate(D:20261123000000Z)/Trapped/False",
		trailer:   "/ID[<0123><4567>]",
		pageOf:    map[int]string{},
		contentOf: map[int]string{}, objects: map[int]string{}}
	switch p {
	case Ingram:
		s.info += "/GTS_PDFXVersion(PDF/X-1:2001)/GTS_PDFXConformance(PDF/X-1a:2001)"
		s.catalog = "/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(CGATS TR 001)/RegistryName(http://www.color.org)>>]"
		s.contentOf[24] = ""
	case Cards:
		s.version = "1.4"
		s.info += "/GTS_PDFXVersion(PDF/X-1a:2003)"
		s.catalog = "/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(CGATS TR 001)/RegistryName(http://www.color.org)>>]"
	case X4:
		s.version = "1.6"
		s.catalog = "/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)/DestOutputProfile 20 0 R>>]/Metadata 21 0 R"
		s.objects[20] = "/N 4 stream icc"
		s.objects[21] = "/Type/Metadata stream " + xmpPacket(`xmlns:x="`+nsX+`" x:GTS_PDFXVersion="PDF/X-4"`)
	case Screen:
		s.version = "1.7"
		s.catalog = "/Metadata 21 0 R/Lang(en)/MarkInfo<</Marked true>>/StructTreeRoot 22 0 R" +
			"/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[0<</S/D>>]>>/Outlines<</First 24 0 R>>"
		s.objects[21] = "/Type/Metadata stream " + xmpPacket(`xmlns:u="`+nsUA+`" u:part="1"`)
		s.objects[22] = "/Type/StructTreeRoot/K[23 0 R 25 0 R]"
		s.objects[23] = "/S/H1/K 0"
		s.objects[24] = "/Title(One)"
		s.objects[25] = "/S/Figure/Alt(A clock)/K 1"
		s.content = "/P<</MCID 0>>BDC " + aLine + "EMC /Artifact BMC " + aLine + "EMC\n"
	}
	return s
}

// xmpPacket returns an XMP packet whose description has these attributes.
func xmpPacket(attributes string) string {
	return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="` + nsRDF + `"><rdf:Description rdf:about="" ` + attributes +
		` xmlns:dc="` + nsDC + `" xmlns:xmp="` + nsXMP + `"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Book</rdf:li></rdf:Alt></dc:title>` +
		`<xmp:CreateDate>2026-11-23T01:00:00+01:00</xmp:CreateDate></rdf:Description></rdf:RDF></x:xmpmeta>`
}

// bytes returns the file.
func (s *sample) bytes() []byte {
	bodies := map[int]string{
		1: "/Type/Catalog/Pages 2 0 R" + s.catalog,
		3: s.info,
		4: s.fonts,
		5: "/Type/FontDescriptor/FontName/ABCDEF+Face/Flags 32/FontFile2 6 0 R",
		6: "/Length1 4 stream font",
		7: s.resources,
	}
	var kids strings.Builder
	for i := 1; i <= s.pages; i++ {
		n := 1000 + 2*i
		fmt.Fprintf(&kids, "%d 0 R ", n)
		page, ok := s.pageOf[i]
		if !ok {
			page = s.page
		}
		content, ok := s.contentOf[i]
		if !ok {
			content = s.content
		}
		bodies[n] = fmt.Sprintf("/Type/Page/Parent 2 0 R/Resources 7 0 R/Contents %d 0 R%s", n+1, page)
		bodies[n+1] = " stream " + content
	}
	bodies[2] = fmt.Sprintf("/Type/Pages/Count %d/Kids[%s]", s.pages, kids.String())
	for n, body := range s.objects {
		bodies[n] = body
	}
	var numbers []int
	for n := range bodies {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	var b bytes.Buffer
	fmt.Fprintf(&b, "%%PDF-%s\n", s.version)
	var table strings.Builder
	table.WriteString("xref\n0 1\n0000000000 65535 f \n9 1\n")
	widths := b.Len()
	fmt.Fprintf(&b, "9 0 obj\n[%s]\nendobj\n", strings.Repeat("500 ", 95))
	fmt.Fprintf(&table, "%010d 00000 n \n", widths)
	for _, n := range numbers {
		fmt.Fprintf(&table, "%d 1\n%010d 00000 n \n", n, b.Len())
		dict, stream, isStream := strings.Cut(bodies[n], " stream ")
		switch {
		case isStream:
			fmt.Fprintf(&b, "%d 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\n", n, dict, len(stream), stream)
		case strings.HasPrefix(dict, "["):
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, dict)
		default:
			fmt.Fprintf(&b, "%d 0 obj\n<<%s>>\nendobj\n", n, dict)
		}
	}
	start := b.Len()
	fmt.Fprintf(&b, "%strailer\n<</Size 5000/Root 1 0 R/Info 3 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", table.String(), s.trailer, start)
	return b.Bytes()
}

// all puts something on every page but the blank last one.
func (s *sample) all(content string) { s.content += content }

var printers = func() *config.Printers {
	p, list := config.LoadPrinters(styles.FS)
	if list.HasErrors() {
		panic("the table of printers has errors")
	}
	return p
}()

func tested(t testing.TB, data []byte, p Profile) *Report {
	t.Helper()
	doc, err := Read(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	r, err := doc.Test(p, printers.Printer(p.Printer()))
	if err != nil {
		t.Fatal(err)
	}
	return r
}
