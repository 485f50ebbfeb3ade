package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/page"
)

// x4Profile returns X4 with the house's colour profiles.
func x4Profile(t testing.TB) Profile {
	t.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "styles", "icc", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	return X4(Condition{Name: "FOGRA39", Info: "Offset printing", CMYK: read("ISOcoated_v2_300_bas.icc"),
		RGB: read("sRGB2014.icc")})
}

// colorful returns a document with every kind of picture, links, bookmarks, a structure, and labels.
func colorful(t testing.TB) *page.Document {
	doc := tagged(t)
	box := image.Rect(0, 0, 32, 32)
	var photo, gray bytes.Buffer
	if err := jpeg.Encode(&photo, arrow(false), nil); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&gray, convert(arrow(false), image.NewGray(box)), nil); err != nil {
		t.Fatal(err)
	}
	palette := color.Palette{color.NRGBA{255, 0, 0, 255}, color.NRGBA{0, 0, 255, 255}}
	p := pageOf()
	for i, pic := range []page.Picture{
		{Name: "rgb", Format: "png", Data: encodePNG(t, arrow(false))},
		{Name: "alpha", Format: "png", Data: encodePNG(t, arrow(true))},
		{Name: "rgb16", Format: "png", Data: encodePNG(t, convert(arrow(false), image.NewRGBA64(box)))},
		{Name: "gray16", Format: "png", Data: encodePNG(t, convert(arrow(false), image.NewGray16(box)))},
		{Name: "palette", Format: "png", Data: encodePNG(t, convert(arrow(false), image.NewPaletted(box, palette)))},
		{Name: "photo", Format: "jpeg", Data: photo.Bytes()},
		{Name: "gray photo", Format: "jpeg", Data: gray.Bytes()},
	} {
		y := page.Length(20+40*i) * pt
		p.Items = append(p.Items, &page.Image{X: 20 * pt, Y: y, W: 32 * pt, H: 32 * pt, Picture: &pic})
	}
	doc.Pages = append(doc.Pages, p)
	doc.Outline = []page.Bookmark{{Title: "Top", Anchor: "top"}}
	for i, p := range doc.Pages {
		p.Label = fmt.Sprint(i + 1)
	}
	return doc
}

// survey is what the tests of a profile look at.
type survey struct {
	*cos.File
	catalog, info cos.Dict
	pages         []cos.Dict
	pictures      []*cos.Stream
	keys          map[string]bool // of all dictionaries
	names         map[string]bool // all other names
	contents      string          // of all pages
}

func look(t *testing.T, file []byte) *survey {
	t.Helper()
	f := open(t, file)
	s := &survey{File: f, catalog: f.Dict(f.Trailer["Root"]), info: f.Dict(f.Trailer["Info"]),
		keys: map[string]bool{}, names: map[string]bool{}}
	for _, p := range f.Array(f.Dict(s.catalog["Pages"])["Kids"]) {
		pg := f.Dict(p)
		s.pages = append(s.pages, pg)
		content, err := f.Decode(f.Stream(pg["Contents"]))
		if err != nil {
			t.Fatal(err)
		}
		s.contents += string(content)
	}
	var walk func(v cos.Value)
	walk = func(v cos.Value) {
		switch v := v.(type) {
		case cos.Name:
			s.names[string(v)] = true
		case cos.Array:
			for _, e := range v {
				walk(e)
			}
		case cos.Dict:
			for k, e := range v {
				s.keys[string(k)] = true
				walk(e)
			}
		}
	}
	for n := 1; n < f.Size(); n++ {
		v := f.Resolve(cos.Ref{Number: n})
		if st, ok := v.(*cos.Stream); ok {
			walk(st.Dict)
			if f.Name(st.Dict["Subtype"]) == "Image" {
				s.pictures = append(s.pictures, st)
			}
		}
		walk(v)
	}
	return s
}

func (s *survey) text(v cos.Value) string { text, _ := s.Text(v); return text }

func (s *survey) box(pg int, name cos.Name) (b [4]float64) {
	for i, v := range s.Array(s.pages[pg][name]) {
		b[i], _ = s.Number(v)
	}
	return b
}

// inkOperators finds the operators that set a colour, and what they set.
var inkOperators = regexp.MustCompile(`(?m)^[-\d. ]* ?\b(g|G|rg|RG|k|K|cs|CS|sc|SC|scn|SCN|gs|sh|ri)$`)

// ISO 15930-1, point by point.
func TestIngramIsX1a(t *testing.T) {
	testX1a(t, Ingram, "%PDF-1.3\n", map[cos.Name]string{"GTS_PDFXVersion": "PDF/X-1:2001", "GTS_PDFXConformance": "PDF/X-1a:2001"})
}

// ISO 15930-4 forbids what ISO 15930-1 does, and more of PDF 1.4.
func TestDriveThruIsX1a(t *testing.T) {
	testX1a(t, DriveThru, "%PDF-1.4\n", map[cos.Name]string{"GTS_PDFXVersion": "PDF/X-1a:2003", "GTS_PDFXConformance": ""})
}

func testX1a(t *testing.T, profile Profile, header string, says map[cos.Name]string) {
	file := writeAs(t, colorful(t), profile)
	checkStructure(t, file)
	s := look(t, file)
	if !bytes.HasPrefix(file, []byte(header)) || s.XrefStreams || s.ObjectStreams {
		t.Errorf("not a file of %q", header)
	}
	for _, key := range []string{ // after 1.3, or forbidden by the standard
		"Annots", "Outlines", "AA", "OpenAction", "AcroForm", "Lang", "MarkInfo", "StructTreeRoot", "StructParents", "Metadata",
		"SMask", "Group", "ca", "CA", "BM", "OCProperties", "ObjStm", "ViewerPreferences", "DestOutputProfile", "Encrypt",
		"TR", "TR2", "HT", "OPI", "Alternates", "JS",
	} {
		if s.keys[key] {
			t.Errorf("key %s", key)
		}
	}
	for _, name := range []string{"DeviceRGB", "CalRGB", "Lab", "ICCBased", "LZWDecode", "JPXDecode", "Annot", "TwoPageRight"} {
		if s.names[name] {
			t.Errorf("name %s", name)
		}
	}
	for key, want := range map[cos.Name]string{"Title": "Write This Down", "CreationDate": "D:20261123000000Z",
		"ModDate": "D:20261123000000Z"} {
		says[key] = want
	}
	for key, want := range says {
		if got := s.text(s.info[key]); got != want {
			t.Errorf("Info %s is %q, want %q", key, got, want)
		}
	}
	if s.Name(s.info["Trapped"]) != "False" {
		t.Errorf("Trapped is %v", s.info["Trapped"])
	}
	if id := s.Array(s.Trailer["ID"]); len(id) != 2 {
		t.Errorf("ID is %v", id)
	}
	intents := s.Array(s.catalog["OutputIntents"])
	if len(intents) != 1 {
		t.Fatalf("%d output intents", len(intents))
	}
	intent := s.Dict(intents[0])
	if s.Name(intent["S"]) != "GTS_PDFX" || s.text(intent["OutputConditionIdentifier"]) != "CGATS TR 001" ||
		s.text(intent["RegistryName"]) != "http://www.color.org" || s.text(intent["Info"]) == "" {
		t.Errorf("output intent %v", intent)
	}
	for i := range s.pages {
		for _, name := range []cos.Name{"MediaBox", "TrimBox", "BleedBox"} {
			if got, want := s.box(i, name), [4]float64{0, 0, 396, 612}; got != want {
				t.Errorf("page %d: %s is %v", i+1, name, got)
			}
		}
	}
	for _, m := range inkOperators.FindAllStringSubmatch(s.contents, -1) {
		if m[1] != "k" && m[1] != "K" {
			t.Errorf("a colour that is not CMYK: %s", m[0])
		}
	}
	if !strings.Contains(s.contents, "0 0 0 1 k\n") {
		t.Error("no text in pure black")
	}
	var spaces []string
	for _, p := range s.pictures {
		if bits, _ := s.Number(p.Dict["BitsPerComponent"]); bits > 8 {
			t.Errorf("%v bits", bits)
		}
		spaces = append(spaces, string(s.Name(p.Dict["ColorSpace"])))
	}
	slices.Sort(spaces)
	if got := strings.Join(spaces, " "); got != strings.Repeat("DeviceCMYK ", 6)+"DeviceGray DeviceGray" {
		t.Errorf("the pictures are in %s", got)
	}
	fontsAreEmbedded(t, file)
}

func fontsAreEmbedded(t *testing.T, file []byte) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSpace(tool(t, file, "pdffonts", "FILE")), "\n")[2:] {
		if !regexp.MustCompile(`^[A-Z]{6}\+.* yes yes yes +\d+ +0$`).MatchString(line) {
			t.Error(line)
		}
	}
}

// The colours of pictures, on the bytes.
func TestInks(t *testing.T) {
	for rgb, want := range map[[3]uint8][4]uint8{
		{0, 0, 0}: {0, 0, 0, 255}, {255, 255, 255}: {}, {128, 128, 128}: {0, 0, 0, 127}, {255, 0, 0}: {0, 255, 255, 0},
		{0, 0, 255}: {255, 255, 0, 0}, {10, 200, 90}: {190, 0, 110, 55},
	} {
		c, m, y, k := inks(rgb[0], rgb[1], rgb[2])
		if got := [4]uint8{c, m, y, k}; got != want {
			t.Errorf("%v is %v, want %v", rgb, got, want)
		}
	}
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				c, m, y, k := inks(uint8(r), uint8(g), uint8(b))
				if ink := int(c) + int(m) + int(y) + int(k); ink > 2*255 {
					t.Fatalf("%d,%d,%d takes %d %% of ink", r, g, b, ink*100/255)
				}
				if 255-int(c)-int(k) != r || 255-int(m)-int(k) != g || 255-int(y)-int(k) != b {
					t.Fatalf("%d,%d,%d does not come back", r, g, b)
				}
			}
		}
	}

	img := arrow(true)
	img.SetNRGBA(3, 3, color.NRGBA{0, 0, 0, 51}) // a fifth of black on white
	picture := &page.Picture{Name: "x", Format: "png", Data: encodePNG(t, img)}
	doc := document(pageOf(&page.Image{W: pt, H: pt, Picture: picture}))
	s := look(t, writeAs(t, doc, Ingram))
	samples, err := s.Decode(s.pictures[0])
	if err != nil || len(samples) != 32*32*4 {
		t.Fatalf("%d samples, %v", len(samples), err)
	}
	for _, test := range []struct {
		x, y int
		want [4]byte
	}{{0, 0, [4]byte{0, 255, 255, 0}}, {31, 0, [4]byte{255, 0, 255, 0}}, {0, 31, [4]byte{255, 255, 0, 0}}, {31, 31, [4]byte{}},
		{3, 3, [4]byte{0, 0, 0, 51}}, {4, 3, [4]byte{0, 255, 255, 0}}, {3, 4, [4]byte{0, 255, 255, 0}}} {
		if got := [4]byte(samples[4*(32*test.y+test.x):]); got != test.want {
			t.Errorf("pixel %d,%d is %v, want %v", test.x, test.y, got, test.want)
		}
	}
}

// ISO 15930-7, point by point.
func TestX4(t *testing.T) {
	profile := x4Profile(t)
	file := writeAs(t, colorful(t), profile)
	checkStructure(t, file)
	s := look(t, file)
	if !bytes.HasPrefix(file, []byte("%PDF-1.6\n")) {
		t.Error("not a file of PDF 1.6")
	}
	for _, key := range []string{"Annots", "Outlines", "StructTreeRoot", "AA", "OpenAction", "Encrypt", "TR", "HT"} {
		if s.keys[key] {
			t.Errorf("key %s", key)
		}
	}
	if s.names["DeviceRGB"] {
		t.Error("RGB without a profile")
	}
	meta := string(s.Stream(s.catalog["Metadata"]).Raw())
	for _, want := range []string{"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "<pdf:Trapped>False</pdf:Trapped>",
		"<xmpMM:VersionID>1</xmpMM:VersionID>", "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
		"<xmp:CreateDate>2026-11-23T00:00:00Z<", "<xmp:ModifyDate>2026-11-23T00:00:00Z<", "<xmp:MetadataDate>2026-11-23T00:00:00Z<",
		">Write This Down</rdf:li>", `xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"`,
		`xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"`} {
		if !strings.Contains(meta, want) {
			t.Errorf("no %s in the metadata", want)
		}
	}
	if !regexp.MustCompile(`<xmpMM:DocumentID>uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}<`).MatchString(meta) {
		t.Error("no DocumentID")
	}
	if s.Name(s.info["Trapped"]) != "False" || s.text(s.info["Title"]) != "Write This Down" {
		t.Errorf("Info is %v", s.info)
	}
	intent := s.Dict(s.Array(s.catalog["OutputIntents"])[0])
	icc := s.Stream(intent["DestOutputProfile"])
	if data, err := s.Decode(icc); err != nil || !bytes.Equal(data, profile.condition.CMYK) || icc.Dict["N"] != cos.Integer(4) {
		t.Errorf("the profile of the condition is not there: %v", err)
	}
	if s.Name(intent["S"]) != "GTS_PDFX" || s.text(intent["OutputConditionIdentifier"]) != "FOGRA39" {
		t.Errorf("output intent %v", intent)
	}
	masks := 0
	for _, p := range s.pictures {
		if p.Dict["SMask"] != nil {
			masks++
		}
		space := s.Resolve(p.Dict["ColorSpace"])
		if a, ok := space.(cos.Array); ok && s.Name(a[0]) == "Indexed" {
			space = s.Resolve(a[1])
		}
		if a, ok := space.(cos.Array); ok {
			st := s.Stream(a[1])
			if data, err := s.Decode(st); s.Name(a[0]) != "ICCBased" || err != nil || !bytes.Equal(data, profile.condition.RGB) ||
				st.Dict["N"] != cos.Integer(3) {
				t.Errorf("colours %v", a)
			}
		} else if space != cos.Name("DeviceGray") {
			t.Errorf("colours %v", space)
		}
	}
	if masks != 1 {
		t.Errorf("%d pictures with opacity, want 1", masks)
	}
	for i, p := range s.pages {
		if (p["Group"] != nil) != (i == 2) {
			t.Errorf("page %d: group %v", i+1, p["Group"])
		}
		if s.box(i, "TrimBox") != [4]float64{0, 0, 396, 612} || p["ArtBox"] != nil {
			t.Errorf("page %d has no trim", i+1)
		}
	}
	fontsAreEmbedded(t, file)
}

func TestKDP(t *testing.T) {
	file := writeAs(t, colorful(t), KDP)
	checkStructure(t, file)
	s := look(t, file)
	for _, key := range []string{"Annots", "Outlines", "StructTreeRoot", "MarkInfo", "SMask", "OutputIntents", "PageLayout",
		"PageMode"} {
		if s.keys[key] {
			t.Errorf("key %s", key)
		}
	}
	if got := s.box(0, "MediaBox"); got != [4]float64{0, 0, 396, 612} {
		t.Errorf("the page is %v", got)
	}
	fontsAreEmbedded(t, file)
}

// With a bleed, sheets are larger: for KDP not at the spine, which is left on the first page.
func TestBleed(t *testing.T) {
	ink := page.Color{C: 100}
	sheet := func() *page.Page {
		return pageOf(&page.Rule{X: -9 * pt, Y: -9 * pt, W: (396 + 18) * pt, H: (612 + 18) * pt, Color: ink},
			&page.Rule{W: 396 * pt, H: 612 * pt}) // white to the trim
	}
	first, second := sheet(), sheet()
	second.Bleed = 9 * pt
	doc := document(first, second)
	for _, test := range []struct {
		profile Profile
		page    int
		media   [4]float64
		trim    [4]float64
	}{
		{Plain, 0, [4]float64{0, 0, 396, 612}, [4]float64{0, 0, 396, 612}},
		{KDP, 0, [4]float64{0, 0, 405, 630}, [4]float64{0, 9, 396, 621}},
		{KDP, 1, [4]float64{0, 0, 405, 630}, [4]float64{9, 9, 405, 621}},
		{Ingram, 0, [4]float64{0, 0, 414, 630}, [4]float64{9, 9, 405, 621}},
		{Ingram, 1, [4]float64{0, 0, 414, 630}, [4]float64{9, 9, 405, 621}},
	} {
		only := *doc
		s := look(t, writeAs(t, doc, test.profile))
		if got := s.box(test.page, "MediaBox"); got != test.media {
			t.Errorf("%s: page %d: sheet %v, want %v", test.profile.Name, test.page+1, got, test.media)
		}
		if got := s.box(test.page, "TrimBox"); got != test.trim {
			t.Errorf("%s: page %d: trim %v, want %v", test.profile.Name, test.page+1, got, test.trim)
		}
		if got := s.box(test.page, "BleedBox"); test.profile.bleed != noBleed && got != test.media {
			t.Errorf("%s: page %d: bleed %v, want %v", test.profile.Name, test.page+1, got, test.media)
		}
		if test.page == 1 {
			continue
		}
		first.Bleed = second.Bleed
		only.Pages = doc.Pages[:1]
		img := render(t, writeAs(t, &only, test.profile))
		inked := func(x, y int) bool { r, _, _, _ := img.At(x, y).RGBA(); return r < 0x8000 }
		w, h := img.Bounds().Dx(), img.Bounds().Dy()
		if float64(w) != test.media[2] || float64(h) != test.media[3] {
			t.Errorf("%s: drawn %d by %d", test.profile.Name, w, h)
		}
		for what, got := range map[string][2]bool{
			"left":   {inked(2, h/2), test.trim[0] > 0},
			"right":  {inked(w-3, h/2), test.trim[2] < test.media[2]},
			"head":   {inked(w/2, 2), test.trim[3] < test.media[3]},
			"foot":   {inked(w/2, h-3), test.trim[1] > 0},
			"middle": {inked(w/2, h/2), false},
			"corner": {inked(int(test.trim[0])+2, int(test.trim[1])+2), false},
		} {
			if got[0] != got[1] {
				t.Errorf("%s: ink at the %s is %v", test.profile.Name, what, got[0])
			}
		}
		first.Bleed = 0
	}
}

// A turned page is upside down in its sheet, with its links and whatever leads to it.
func TestTurned(t *testing.T) {
	p := pageOf(&page.Rule{X: 20 * pt, Y: 30 * pt, W: 40 * pt, H: 10 * pt, Color: page.Black},
		run(regular(t), 20*pt, 100*pt, 12*pt, "Turned", 0),
		&page.Link{X: 20 * pt, Y: 90 * pt, W: 40 * pt, H: 12 * pt, Anchor: "here"},
		&page.Anchor{Name: "here", X: 20 * pt, Y: 30 * pt})
	p.Turned = true
	file := write(t, document(p))
	checkStructure(t, file)
	for _, want := range []string{"/MediaBox[0 0 396 612]", "/Rect[336 90 376 102]", "/Dest[3 0 R/XYZ 376 30 null]"} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("no %s", want)
		}
	}
	img := render(t, file)
	dark := func(x, y int) bool { r, _, _, _ := img.At(x, y).RGBA(); return r < 0x4000 }
	if dark(40, 35) || !dark(396-40, 612-35) {
		t.Error("the page is not turned")
	}
	if got := strings.TrimSpace(extract(t, file)); got != "Turned" {
		t.Errorf("its text is %q", got)
	}
}

func TestProfileErrors(t *testing.T) {
	untitled, undated := document(pageOf()), document(pageOf())
	untitled.Title, undated.Date = "", time.Time{}
	good := x4Profile(t)
	swapped := X4(Condition{Name: "FOGRA39", CMYK: good.condition.RGB, RGB: good.condition.RGB})
	young := X4(good.condition)
	young.condition.RGB = bytes.Clone(young.condition.RGB)
	young.condition.RGB[8] = 5
	for _, test := range []struct {
		profile Profile
		doc     *page.Document
		want    string
	}{
		{Ingram, untitled, "the profile ingram needs a title"},
		{Ingram, undated, "the profile ingram needs a date"},
		{good, undated, "the profile x4 needs a date"},
		{X4(Condition{Name: "FOGRA39"}), document(pageOf()), "the ICC profile of FOGRA39: not an ICC profile"},
		{swapped, document(pageOf()), `the ICC profile of FOGRA39: class "mntr" and colours "RGB " instead of "prtr" and "CMYK"`},
		{young, document(pageOf()), "the ICC profile of RGB pictures: version 5"},
	} {
		var out bytes.Buffer
		if err := Write(&out, test.doc, test.profile); err == nil || !strings.Contains(err.Error(), test.want) || out.Len() > 0 {
			t.Errorf("%v and %d bytes, want %q", err, out.Len(), test.want)
		}
	}
}

// All profiles at once, from one document: the same bytes as one after the other, which also shows to the race detector
// that nothing is written to.
func TestProfilesAtOnce(t *testing.T) {
	doc := colorful(t)
	profiles := []Profile{Plain, Screen, KDP, Ingram, DriveThru, x4Profile(t)}
	want := make([][]byte, len(profiles))
	for i, p := range profiles {
		want[i] = writeAs(t, doc, p)
		if got := tool(t, want[i], "qpdf", "--check", "FILE"); !strings.Contains(got, "No syntax or stream encoding errors") {
			t.Errorf("%s: %s", p.Name, got)
		}
	}
	got := make([]bytes.Buffer, len(profiles))
	done := make(chan error)
	for i, p := range profiles {
		go func() { done <- Write(&got[i], doc, p) }()
	}
	for range profiles {
		if err := <-done; err != nil {
			t.Fatal(err)
		}
	}
	for i, p := range profiles {
		if !bytes.Equal(got[i].Bytes(), want[i]) {
			t.Errorf("%s differs", p.Name)
		}
	}
}
