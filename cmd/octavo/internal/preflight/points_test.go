package preflight

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// wide adds a font G whose codes have two bytes.
func wide(s *sample, glyphs string) {
	s.resources = "/Font<</F 4 0 R/G 100 0 R>>"
	s.objects[100] = "/Subtype/Type0/BaseFont/ABCDEF+Wide/Encoding/Identity-H/DescendantFonts[101 0 R]/ToUnicode 102 0 R"
	s.objects[101] = "/Subtype/CIDFontType2/BaseFont/ABCDEF+Wide/FontDescriptor<</FontName/ABCDEF+Wide/FontFile2 6 0 R>>" + glyphs
	s.objects[102] = " stream 1 beginbfchar <0001> <0041> endbfchar"
}

// spoiled are files with one fault each: the point that must find it, and no other.
var spoiled = []struct {
	profile Profile
	code    string
	result  Result
	found   string // part of what is found
	spoil   func(*sample)
}{
	{Screen, "encryption", Fail, "there is", func(s *sample) { s.trailer += "/Encrypt<</Filter/Standard>>" }},
	{Ingram, "sound", Fail, "object 100", func(s *sample) {
		s.resources += "/XObject<</X 100 0 R>>"
		s.objects[100] = "/Broken >> >> <<"
		s.all("/X Do")
	}},
	{Ingram, "version", Fail, "PDF 1.4", func(s *sample) { s.version = "1.4" }},
	{Ingram, "version", Fail, "PDF 1.5", func(s *sample) { s.catalog += "/Version/1.5" }},
	{X4, "version", Fail, "PDF 1.7", func(s *sample) { s.version = "1.7" }},
	{Screen, "version", Note, "PDF 2.0", func(s *sample) { s.version = "2.0" }},
	{Screen, "version", Fail, "", func(s *sample) { s.version = "" }},
	{Ingram, "compression", Fail, "JPX on page 1", func(s *sample) {
		s.objects[100] = plate("/Filter/JPXDecode/ColorSpace/DeviceGray")
		place(s, 72)
	}},

	{KDP, "page-count", Fail, "23 pages", func(s *sample) { s.pages = 23 }},
	{KDP, "page-count", Fail, "829 pages", func(s *sample) {
		s.pages, s.content = 829, "BT /F 10 Tf 1 0 0 1 100 300 Tm (A line of text) Tj ET"
	}},
	{Ingram, "page-count", Fail, "23 pages, an odd number", func(s *sample) { s.pages, s.contentOf[23] = 23, "" }},
	{Ingram, "last-page", Fail, "something stands", func(s *sample) { s.contentOf[24] = aLine }},
	{KDP, "page-size", Fail, "5.5 in × 8.5 in, but 6 in × 8.5 in on page 7", func(s *sample) {
		s.pageOf[7] = "/MediaBox[0 0 432 612]/TrimBox[0 0 432 612]"
	}},
	{KDP, "page-size", Fail, "turned by Rotate on page 3", func(s *sample) { s.pageOf[3] = s.page + "/Rotate 90" }},
	{KDP, "page-size", Fail, "a unit of its own on page 3", func(s *sample) { s.pageOf[3] = s.page + "/UserUnit 1.5" }},
	{KDP, "page-size", Fail, "3.5 in × 8.5 in", func(s *sample) { s.page = "/MediaBox[0 0 252 612]" }},
	{X4, "boxes", Fail, "TrimBox is missing on every page", func(s *sample) { s.page = "/MediaBox[0 0 396 612]" }},
	{X4, "boxes", Fail, "both on page 2", func(s *sample) { s.pageOf[2] = s.page + "/ArtBox[0 0 396 612]" }},
	{X4, "boxes", Fail, "not inside each other on page 2", func(s *sample) { s.pageOf[2] = s.page + "/BleedBox[9 9 300 300]" }},
	{Ingram, "marks", Fail, "outside the bleed on page 2", func(s *sample) {
		s.page = "/MediaBox[-36 -36 432 648]/TrimBox[0 0 396 612]/BleedBox[-9 -9 405 621]"
		s.contentOf[2] = aLine + "1 w -30 0 m -12 0 l S"
	}},
	{KDP, "marks", Fail, "room for them on every page", func(s *sample) {
		s.page = "/MediaBox[-36 -36 432 648]/TrimBox[0 0 396 612]"
	}},
	{KDP, "bleed", Fail, "ends at the edge of the page on page 3", func(s *sample) {
		s.contentOf[3] = aLine + "300 100 96 100 re f"
	}},
	{KDP, "bleed", Fail, "ends at the edge of the page on page 3", func(s *sample) { // a large shape, on a ground that bleeds
		s.page = "/MediaBox[0 0 405 630]/TrimBox[0 9 396 621]/BleedBox[0 0 405 630]"
		s.contentOf[3] = "0.5 g 0 0 405 630 re f 0 g 300 100 m 396 100 l 396 600 l f " + aLine
	}},
	{KDP, "bleed", Fail, "ends at the edge of the page on page 3", func(s *sample) { // a small one on paper
		s.page = "/MediaBox[0 0 405 630]/TrimBox[0 9 396 621]/BleedBox[0 0 405 630]"
		s.contentOf[3] = "380 100 m 396 100 l 390 120 l f " + aLine
	}},
	{KDP, "bleed", Fail, "ends at the edge of the page on page 3", func(s *sample) { // a tab, on a ground that bleeds
		s.page = "/MediaBox[0 0 405 630]/TrimBox[0 9 396 621]/BleedBox[0 0 405 630]"
		s.contentOf[3] = "0.5 g 0 0 405 630 re f 0 g 380 100 16 40 re f " + aLine
	}},
	{KDP, "bleed", Fail, "ends at the edge of the page on page 3", func(s *sample) { // under the ground, and beside it
		s.page = "/MediaBox[0 0 405 630]/TrimBox[0 9 396 621]/BleedBox[0 0 405 630]"
		s.contentOf[3] = "380 100 m 396 100 l 390 120 l f 0.5 g 300 300 105 100 re f " + aLine
	}},
	{KDP, "gutter", Fail, "0.347 in on page 3", func(s *sample) {
		s.contentOf[3] = "BT /F 10 Tf 1 0 0 1 25 300 Tm (A line of text) Tj ET"
	}},
	{KDP, "gutter", Fail, "0.347 in on page 2", func(s *sample) { // a verso: the spine is at its right
		s.contentOf[2] = "BT /F 10 Tf 1 0 0 1 301 300 Tm (A line of text  ) Tj ET"
	}},
	{Ingram, "margins", Fail, "0.347 in on page 2", func(s *sample) {
		s.contentOf[2] = "BT /F 10 Tf 1 0 0 1 25 300 Tm (A line of text) Tj ET"
	}},
	{KDP, "margins", Note, "0.069 in on page 2", func(s *sample) { // the number is known at second hand only
		s.contentOf[2] = "BT /F 10 Tf 1 0 0 1 5 300 Tm (A line of text) Tj ET"
	}},
	{X4, "margins", Fail, "runs over the edge of the page on page 2", func(s *sample) {
		s.contentOf[2] = "BT /F 10 Tf 1 0 0 1 350 300 Tm (A line of text) Tj ET"
		s.page = "/MediaBox[-9 -9 405 621]/TrimBox[0 0 396 612]"
	}},
	{KDP, "edges", Note, "0.139 in on page 3", func(s *sample) { s.contentOf[3] = aLine + "300 10 50 50 re f" }},

	{KDP, "fonts-embedded", Fail, "not Face, on every page", func(s *sample) {
		s.objects[5] = "/Type/FontDescriptor/FontName/ABCDEF+Face/Flags 32"
	}},
	{KDP, "fonts-embedded", Fail, "not Helvetica, on page 4", func(s *sample) { // inside a form
		s.objects[100] = "/Subtype/Form/BBox[0 0 400 600]/Resources<</Font<</G<</Subtype/Type1/BaseFont/Helvetica>>>>>> stream " +
			"BT /G 10 Tf 60 300 Td (Text) Tj ET"
		s.resources += "/XObject<</X 100 0 R>>"
		s.contentOf[4] = "/X Do"
	}},
	{KDP, "fonts-embedded", Fail, "not Wide, on page 4", func(s *sample) {
		s.resources = "/Font<</F 4 0 R/G 100 0 R>>"
		s.objects[100] = "/Subtype/Type0/BaseFont/ABCDEF+Wide/Encoding/Identity-H/DescendantFonts[101 0 R]"
		s.objects[101] = "/Subtype/CIDFontType2/BaseFont/ABCDEF+Wide/FontDescriptor<</FontName/ABCDEF+Wide>>"
		s.contentOf[4] = "BT /G 10 Tf 60 300 Td <00410042> Tj ET"
	}},
	{KDP, "glyphs", Fail, "that Wide lacks, on page 4", func(s *sample) { // a code that the font maps to glyph 0
		wide(s, "/CIDToGIDMap 103 0 R")
		s.objects[103] = " stream \x00\x00\x00\x05\x00\x00"
		s.contentOf[4] = "BT /G 10 Tf 60 300 Td <00010002> Tj ET"
	}},
	{Screen, "glyphs", Fail, "that Wide lacks, on page 4", func(s *sample) { // one beyond the end of the map
		wide(s, "/CIDToGIDMap 103 0 R")
		s.objects[103] = " stream \x00\x00\x00\x05\x00\x06"
		s.contentOf[4] = "/Artifact BMC BT /G 10 Tf 60 300 Td <00010009> Tj ET EMC"
	}},
	{KDP, "glyphs", Fail, "that Wide lacks, on page 4", func(s *sample) {
		wide(s, "/CIDToGIDMap/Identity")
		s.contentOf[4] = "BT /G 10 Tf 60 300 Td <00010000> Tj ET"
	}},
	{KDP, "fonts-subset", Note, "not Face", func(s *sample) { s.fonts = strings.Replace(s.fonts, "ABCDEF+", "", 1) }},
	{Ingram, "type3", Fail, "Drawn on page 4", func(s *sample) {
		s.resources = "/Font<</F 4 0 R/G 100 0 R>>"
		s.objects[100] = "/Subtype/Type3/Name/Drawn/FontMatrix[.001 0 0 .001 0 0]/FirstChar 65/Widths[500]/Encoding<<>>"
		s.contentOf[4] = "BT /G 10 Tf 60 300 Td (A) Tj ET"
	}},
	{Screen, "fonts-unicode", Fail, "not that in Face, on every page", func(s *sample) {
		s.fonts = strings.Replace(s.fonts, "/Encoding/WinAnsiEncoding", "", 1)
		s.objects[5] = "/Type/FontDescriptor/FontName/ABCDEF+Face/Flags 4/FontFile2 6 0 R"
	}},
	{KDP, "type-size", Note, "6 pt on page 4", func(s *sample) { s.contentOf[4] = strings.Replace(aLine, " 10 Tf 1 0 0 1", " 2 Tf 3 0 0 3", 1) }},
	{KDP, "line-width", Note, "0.4 pt on page 4", func(s *sample) { s.contentOf[4] = aLine + ".2 w 2 0 0 2 0 0 cm 50 50 m 100 50 l S" }},
	{KDP, "line-width", Note, "0.3 pt on page 4", func(s *sample) { s.contentOf[4] = aLine + "50 200 100 .3 re f" }},

	{Ingram, "text-black", Fail, "black of several inks on page 5", func(s *sample) { s.contentOf[5] = "0.1 0 0 1 k " + aLine }},
	{Ingram, "text-black", Fail, "black of several inks on page 5", func(s *sample) { s.contentOf[5] = ".7 .6 .6 0 k " + aLine }},
	{Ingram, "text-black", Note, "colour on page 5", func(s *sample) { s.contentOf[5] = "0 .9 .8 .2 k " + aLine }},
	{Ingram, "text-black", Note, "a tint of black on page 5", func(s *sample) { s.contentOf[5] = "0 0 0 .5 k " + aLine }},
	{Ingram, "colour", Fail, "RGB on page 6", func(s *sample) { s.contentOf[6] = aLine + "1 0 0 rg 60 60 50 50 re f" }},
	{Ingram, "colour", Fail, "RGB on page 6", func(s *sample) { // as a pattern's colour
		s.resources += "/Pattern<</P 100 0 R>>"
		s.objects[100] = "/PatternType 1/PaintType 1/BBox[0 0 5 5]/XStep 5/YStep 5 stream 1 0 0 rg 0 0 5 5 re f"
		s.contentOf[6] = aLine + "/Pattern cs /P scn 60 60 50 50 re f"
	}},
	{Ingram, "colour", Fail, "Lab on page 6", func(s *sample) {
		s.resources += "/ColorSpace<</L[/Lab<</WhitePoint[1 1 1]>>]>>"
		s.contentOf[6] = aLine + "/L cs 50 0 0 sc 60 60 50 50 re f"
	}},
	{Ingram, "colour", Fail, "RGB with an ICC profile on page 6", func(s *sample) {
		s.resources += "/ColorSpace<</I[/ICCBased 100 0 R]>>"
		s.objects[100] = "/N 3 stream icc"
		s.contentOf[6] = aLine + "/I CS 1 0 0 SC 60 60 m 60 90 l S"
	}},
	{X4, "colour", Fail, "RGB on page 6", func(s *sample) { s.contentOf[6] = aLine + "1 0 0 rg 60 60 50 50 re f" }},
	{Ingram, "picture-colour", Fail, "RGB on page 1", func(s *sample) {
		s.objects[100] = plate("/ColorSpace/DeviceRGB")
		place(s, 72)
	}},
	{X4, "picture-colour", Fail, "RGB on page 1", func(s *sample) {
		s.objects[100] = plate("/ColorSpace[/Indexed/DeviceRGB 1<000000ffffff>]")
		place(s, 72)
	}},
	{Ingram, "ink", Fail, "300 % on page 6", func(s *sample) { s.contentOf[6] = aLine + "1 1 .5 .5 k 60 60 50 50 re f" }},
	{Ingram, "ink", Fail, "400 % on page 1", func(s *sample) {
		s.objects[100] = "/Subtype/Image/Width 300/Height 300/BitsPerComponent 8/ColorSpace/DeviceCMYK stream \xff\xff\xff\xff"
		place(s, 72)
	}},
	{Ingram, "ink", Fail, "400 % on page 1", func(s *sample) {
		s.objects[100] = "/Subtype/Image/Width 300/Height 300/BitsPerComponent 8/ColorSpace/DeviceCMYK/Decode[1 0 1 0 1 0 1 0] stream \xff\xff\xff\xff\x00\x00\x00\x00"
		place(s, 72)
	}},
	{Ingram, "ink", Note, "could not be measured on page 1", func(s *sample) {
		s.objects[100] = "/Subtype/Image/Width 300/Height 300/BitsPerComponent 8/ColorSpace/DeviceCMYK/Filter/DCTDecode stream \xff\xff"
		place(s, 72)
	}},
	{KDP, "resolution", Fail, "150 pixels to the inch on page 1", func(s *sample) {
		s.objects[100] = plate("/ColorSpace/DeviceGray")
		place(s, 144)
	}},
	{KDP, "resolution", Note, "300 pixels to the inch in black and white on page 1", func(s *sample) {
		s.objects[100] = strings.Replace(plate("/ImageMask true"), "/BitsPerComponent 8", "/BitsPerComponent 1", 1)
		place(s, 72)
	}},
	{KDP, "resolution", Fail, "on page 2", func(s *sample) { // a picture in the content stream itself
		s.contentOf[2] = aLine + "q 72 0 0 72 100 100 cm BI /W 8 /H 8 /CS /G /BPC 8 ID " + strings.Repeat("EI ", 21) + "x EI Q"
	}},
	{Ingram, "transparency", Fail, "an opacity under 1 on page 2", func(s *sample) {
		s.resources += "/ExtGState<</G<</ca .5>>>>"
		s.contentOf[2] = "/G gs " + aLine
	}},
	{Ingram, "transparency", Fail, "a blend mode on page 2", func(s *sample) {
		s.resources += "/ExtGState<</G<</BM/Multiply>>>>"
		s.contentOf[2] = "/G gs " + aLine
	}},
	{Ingram, "transparency", Fail, "a soft mask on page 2", func(s *sample) {
		s.resources += "/ExtGState<</G<</SMask<</S/Alpha>>>>>>"
		s.contentOf[2] = "/G gs " + aLine
	}},
	{Ingram, "transparency", Fail, "a soft mask on page 1", func(s *sample) {
		s.objects[100] = plate("/ColorSpace/DeviceGray/SMask 101 0 R")
		s.objects[101] = plate("/ColorSpace/DeviceGray")
		place(s, 72)
	}},
	{Ingram, "transparency", Fail, "a transparency group on page 3", func(s *sample) {
		s.pageOf[3] = s.page + "/Group<</S/Transparency>>"
	}},
	{KDP, "transparency", Note, "an opacity under 1 on page 2", func(s *sample) {
		s.resources += "/ExtGState<</G<</CA .5>>>>"
		s.contentOf[2] = "/G gs " + aLine
	}},

	{KDP, "annotations", Fail, "Link on page 3", func(s *sample) { s.pageOf[3] = s.page + "/Annots[<</Subtype/Link/Rect[700 700 800 800]>>]" }},
	{Ingram, "annotations", Fail, "Link on page 3", func(s *sample) { s.pageOf[3] = s.page + "/Annots[<</Subtype/Link/Rect[70 70 80 80]>>]" }},
	{KDP, "bookmarks", Fail, "yes", func(s *sample) { s.catalog += "/Outlines<</First 3 0 R>>" }},
	{Ingram, "bookmarks", Note, "yes", func(s *sample) { s.catalog += "/Outlines<</First 3 0 R>>" }},
	{Screen, "bookmarks", Note, "none", func(s *sample) { s.catalog = strings.Replace(s.catalog, "/First 24 0 R", "", 1) }},
	{Screen, "actions", Fail, "JavaScript (page 1)", func(s *sample) { s.catalog += "/OpenAction<</S/JavaScript/JS(x)>>" }},
	{KDP, "actions", Fail, "the action Launch (page 1)", func(s *sample) { s.catalog += "/OpenAction<</S/Launch>>" }},
	{KDP, "actions", Fail, "an action of a page (page 2)", func(s *sample) { s.pageOf[2] = s.page + "/AA<<>>" }},
	{KDP, "attachments", Fail, "yes", func(s *sample) { s.catalog += "/Names<</EmbeddedFiles<<>>>>" }},
	{Ingram, "layers", Fail, "yes", func(s *sample) { s.catalog += "/OCProperties<</OCGs[3 0 R]>>" }},
	{Ingram, "postscript", Fail, "PostScript on page 2", func(s *sample) {
		s.objects[100] = "/Subtype/PS stream showpage"
		s.resources += "/XObject<</X 100 0 R>>"
		s.contentOf[2] = aLine + "/X Do"
	}},

	{Ingram, "standard", Fail, "PDF/X-1a:2003", func(s *sample) { s.info = strings.ReplaceAll(s.info, "2001", "2003") }},
	{Cards, "standard", Fail, "PDF/X-1:2001", func(s *sample) { s.info = strings.ReplaceAll(s.info, "1a:2003", "1:2001") }},
	{Cards, "version", Fail, "PDF 1.5", func(s *sample) { s.version = "1.5" }},
	{Cards, "transparency", Fail, "a transparency group on page 3", func(s *sample) {
		s.pageOf[3] = s.page + "/Group<</S/Transparency>>"
	}},
	{Cards, "boxes", Fail, "TrimBox is missing", func(s *sample) { s.page = "/MediaBox[0 0 396 612]" }},
	{X4, "standard", Fail, "not named", func(s *sample) { s.objects[21] = "/Type/Metadata stream " + xmpPacket("") }},
	{Ingram, "output-intent", Fail, "none", func(s *sample) { s.catalog = "" }},
	{Ingram, "output-intent", Fail, "of no registry", func(s *sample) { s.catalog = strings.Replace(s.catalog, "RegistryName", "Nothing", 1) }},
	{X4, "output-intent", Fail, "without its ICC profile", func(s *sample) { delete(s.objects, 20) }},
	{X4, "output-intent", Fail, "not of a press", func(s *sample) { s.objects[20] = "/N 3 stream icc" }},
	{X4, "trapped", Fail, "not named", func(s *sample) { s.info = strings.Replace(s.info, "/Trapped/False", "", 1) }},
	{X4, "trapped", Fail, "Unknown", func(s *sample) { s.info = strings.Replace(s.info, "/Trapped/False", "/Trapped/Unknown", 1) }},
	{Ingram, "info", Fail, "without a good Title and ModDate", func(s *sample) {
		s.info = strings.Replace(strings.Replace(s.info, "/Title(Book)", "", 1), "/ModDate(D:20261123000000Z)", "/ModDate(yesterday)", 1)
	}},
	{X4, "file-id", Fail, "none", func(s *sample) { s.trailer = "" }},
	{X4, "xmp", Fail, "differ in Title", func(s *sample) { s.info = strings.Replace(s.info, "(Book)", "(Cook)", 1) }},
	{X4, "xmp", Fail, "differ in CreationDate", func(s *sample) { s.info = strings.Replace(s.info, "20261123000000Z", "20261123010000Z", 1) }},

	{Screen, "tagged", Fail, "none", func(s *sample) { s.catalog = strings.Replace(s.catalog, "/Marked true", "/Marked false", 1) }},
	{Screen, "tagged", Note, "no heading", func(s *sample) { s.objects[23] = "/S/P/K 0" }},
	{Screen, "tagged", Note, "does not name PDF/UA", func(s *sample) { s.objects[21] = "/Type/Metadata stream " + xmpPacket("") }},
	{Screen, "content-tagged", Fail, "on page 9", func(s *sample) { s.contentOf[9] = s.content + aLine }},
	{Screen, "content-tagged", Fail, "on page 9", func(s *sample) { s.contentOf[9] = "/P<</MCID 0>>BDC EMC " + aLine }},
	{Screen, "links-tagged", Fail, "on page 9", func(s *sample) { s.pageOf[9] = s.page + "/Annots[<</Subtype/Link/Rect[0 0 9 9]>>]" }},
	{Screen, "language", Fail, "not named", func(s *sample) { s.catalog = strings.Replace(s.catalog, "/Lang(en)", "", 1) }},
	{Screen, "title", Fail, "the file's name", func(s *sample) { s.catalog = strings.Replace(s.catalog, "/DisplayDocTitle true", "", 1) }},
	{Screen, "page-labels", Fail, "none", func(s *sample) { s.catalog = strings.Replace(s.catalog, "/Nums", "/Nothing", 1) }},
	{Screen, "alt-text", Fail, "1 of 1 without on page 3", func(s *sample) { s.objects[25] = "/S/Figure/Pg 1006 0 R/K 1" }},
	{Screen, "alt-text", Fail, "1 of 1 without", func(s *sample) { // by another name for a figure
		s.objects[22] = "/Type/StructTreeRoot/RoleMap<</Plate/Figure>>/K[23 0 R 25 0 R]"
		s.objects[25] = "/S/Plate/K 1"
	}},
}

// plate returns a picture of 300 × 300 pixels.
func plate(entries string) string {
	return "/Subtype/Image/Width 300/Height 300/BitsPerComponent 8" + entries + " stream " + strings.Repeat("a", 300)
}

// place puts object 100 on the first page, so many points wide and high.
func place(s *sample, size float64) {
	s.resources += "/XObject<</X 100 0 R>>"
	s.contentOf[1] = fmt.Sprintf("%s q %g 0 0 %g 100 100 cm /X Do Q", aLine, size, size)
}

func TestGood(t *testing.T) {
	for _, p := range []Profile{Screen, KDP, Ingram, X4, Cards} {
		r := tested(t, good(p).bytes(), p)
		for _, point := range r.Points {
			if point.Result != Pass {
				t.Errorf("%s: %s %s: %s %v", p, point.Result, point.Code, point.Found, point.Do)
			}
			if point.Pages == nil || point.Do == nil || point.Found == "" {
				t.Errorf("%s: %s is not whole: %+v", p, point.Code, point)
			}
		}
		if len(r.Points) < 15 || r.Pages != 24 {
			t.Errorf("%s: %d points, %d pages", p, len(r.Points), r.Pages)
		}
	}
}

// Every fault is found by its point, and by no other.
func TestSpoiled(t *testing.T) {
	failing := map[string]bool{}
	for _, c := range spoiled {
		failing[c.code] = true
		t.Run(fmt.Sprintf("%s %s %s", c.profile, c.code, c.found), func(t *testing.T) {
			s := good(c.profile)
			c.spoil(s)
			r := tested(t, s.bytes(), c.profile)
			hit := false
			for _, p := range r.Points {
				switch {
				case p.Code == c.code:
					hit = true
					if p.Result != c.result || !strings.Contains(p.Found, c.found) {
						t.Errorf("got %s, %q", p.Result, p.Found)
					}
					if len(p.Do) == 0 {
						t.Error("it does not say what to do")
					}
				case p.Result != Pass:
					t.Errorf("%s %s: %s", p.Result, p.Code, p.Found)
				}
			}
			if !hit {
				t.Error("not tested")
			}
		})
	}
	failing["file-size"] = true // see TestFileSize
	for _, r := range rules {
		if !failing[r.code] {
			t.Errorf("no file fails %s", r.code)
		}
	}
}

// A file of 650 MB is too large to make for a test.
func TestFileSize(t *testing.T) {
	doc, err := Read(context.Background(), good(KDP).bytes())
	if err != nil {
		t.Fatal(err)
	}
	for size, want := range map[int]Result{650_000_000: Pass, 650_000_001: Fail} {
		doc.size = size
		r, err := doc.Test(KDP, printers.Printer("kdp"))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range r.Points {
			if p.Code == "file-size" && p.Result != want {
				t.Errorf("%d bytes: %s %s", size, p.Result, p.Found)
			}
		}
	}
}
