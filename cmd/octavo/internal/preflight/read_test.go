package preflight

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
)

// surveyed returns the one page of a file with this content, and what was found in the file.
func surveyed(t testing.TB, content string, spoil func(*sample)) (*page, *Document) {
	t.Helper()
	s := good(KDP)
	s.pages, s.content = 1, content
	if spoil != nil {
		spoil(s)
	}
	doc, err := Read(context.Background(), s.bytes())
	if err != nil {
		t.Fatal(err)
	}
	return doc.pages[0], doc
}

// Where type stands: every glyph of the sample's font is half its size wide.
func TestTextPlaces(t *testing.T) {
	wide := func(s *sample) {
		s.resources = "/Font<</F 100 0 R>>"
		s.objects[100] = "/Subtype/Type0/BaseFont/ABCDEF+Wide/Encoding/Identity-H/DescendantFonts[101 0 R]/ToUnicode 102 0 R"
		s.objects[101] = "/Subtype/CIDFontType2/FontDescriptor 5 0 R/DW 700/W[3[500 600] 10 12 250]"
		s.objects[102] = " stream 1 beginbfchar <0003> <0020> endbfchar 2 beginbfrange <000A> <000B> [<0041> <00A0>] <0020> <0021> <2002> endbfrange"
	}
	for name, c := range map[string]struct {
		content string
		x0, x1  float64
		spoil   func(*sample)
	}{
		"Td":                {"BT /F 10 Tf 100 300 Td (abc) Tj ET", 100, 115, nil},
		"spaces around":     {"BT /F 10 Tf 100 300 Td ( abc  ) Tj ET", 105, 120, nil},
		"TJ":                {"BT /F 10 Tf 100 300 Td [(ab)-1000(c)] TJ ET", 100, 125, nil},
		"escapes":           {`BT /F 10 Tf 100 300 Td [(a\))<616263>] TJ ET`, 100, 125, nil},
		"Tc":                {"BT /F 10 Tf 2 Tc 100 300 Td (abc) Tj ET", 100, 119, nil},
		"Tw":                {"BT /F 10 Tf 3 Tw 100 300 Td (a b) Tj ET", 100, 118, nil},
		"Tz":                {"BT /F 10 Tf 50 Tz 100 300 Td (abc) Tj ET", 100, 107.5, nil},
		"two after another": {"BT /F 10 Tf 100 300 Td (ab) Tj (c) Tj ET", 100, 115, nil},
		"new lines":         {"BT /F 10 Tf 12 TL 100 300 Td (ab) Tj T* (abcd) Tj 5 -12 TD (a) ' ET", 100, 120, nil},
		"Tm and cm":         {"2 0 0 2 10 0 cm BT /F 10 Tf 1 0 0 1 50 100 Tm (abc) Tj ET", 110, 140, nil},
		"turned":            {"BT /F 10 Tf 0 1 -1 0 100 300 Tm (abc) Tj ET", 93, 102, nil},
		"q and Q":           {"q 2 0 0 2 0 0 cm Q BT /F 10 Tf 100 300 Td (abc) Tj ET", 100, 115, nil},
		"invisible":         {"BT /F 10 Tf 3 Tr 10 300 Td (abc) Tj 0 Tr 90 0 Td (a) Tj ET", 100, 105, nil},
		"white":             {"BT /F 10 Tf 1 g 10 300 Td (abc) Tj 0 g 90 0 Td (a) Tj ET", 100, 105, nil},
		"clipped":           {"q 102 0 10 600 re W n BT /F 10 Tf 100 300 Td (abc) Tj ET Q", 102, 112, nil},
		"size by gs":        {"/G gs BT 100 300 Td (abc) Tj ET", 100, 115, func(s *sample) { s.resources += "/ExtGState<</G<</Font[4 0 R 10]>>>>" }},
		"in a form": {"1 0 0 1 100 0 cm /X Do", 120, 135, func(s *sample) {
			s.resources += "/XObject<</X 100 0 R>>"
			s.objects[100] = "/Subtype/Form/BBox[0 0 400 600]/Matrix[1 0 0 1 20 0] stream BT /F 10 Tf 0 300 Td (abc) Tj ET"
		}},
		"Type 3": {"BT /F 10 Tf 100 300 Td (ab) Tj ET", 100, 110, func(s *sample) {
			s.fonts = "/Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/FirstChar 97/Widths[50 50]/Encoding<<>>"
		}},
		"wide":          {"BT /F 10 Tf 100 300 Td <000400050009> Tj ET", 100, 120, wide},
		"wide, a range": {"BT /F 10 Tf 100 300 Td <000A000C> Tj ET", 100, 105, wide},
		"wide blanks":   {"BT /F 10 Tf 100 300 Td <000300040020000B> Tj ET", 105, 111, wide},
	} {
		p, _ := surveyed(t, c.content, c.spoil)
		if math.Abs(p.text.X0-c.x0) > 0.01 || math.Abs(p.text.X1-c.x1) > 0.01 {
			t.Errorf("%s: got %g to %g, want %g to %g", name, p.text.X0, p.text.X1, c.x0, c.x1)
		}
	}
}

// Where pictures and lines leave ink.
func TestInkPlaces(t *testing.T) {
	xobject := func(object string) func(*sample) {
		return func(s *sample) {
			s.resources += "/XObject<</X 100 0 R>>"
			s.objects[100] = object
		}
	}
	for name, c := range map[string]struct {
		content string
		want    content.Rect
		spoil   func(*sample)
	}{
		"nothing":         {"0 0 100 100 re n", content.Void, nil},
		"white":           {"1 g 0 0 100 100 re f", content.Void, nil},
		"white in CMYK":   {"0 0 0 0 k 0 0 100 100 re f", content.Void, nil},
		"rectangle":       {"10 10 100 50 re f", content.Corners(10, 10, 110, 60), nil},
		"backwards":       {"110 60 -100 -50 re f", content.Corners(10, 10, 110, 60), nil},
		"stroke":          {"4 w 10 10 m 20 10 l S", content.Corners(8, 8, 22, 12), nil},
		"curve":           {"10 10 m 10 40 40 40 40 10 c f", content.Corners(10, 10, 40, 40), nil},
		"clipped":         {"20 20 30 30 re W n 10 10 100 50 re f", content.Corners(20, 20, 50, 50), nil},
		"clipped forever": {"q 20 20 30 30 re W n Q 10 10 100 50 re f", content.Corners(10, 10, 110, 60), nil},
		"picture":         {"q 50 0 0 40 10 20 cm /X Do Q", content.Corners(10, 20, 60, 60), xobject(plate("/ColorSpace/DeviceGray"))},
		"in a form":       {"q 2 0 0 2 10 20 cm /X Do Q", content.Corners(10, 20, 20, 30), xobject("/Subtype/Form/BBox[0 0 5 5] stream 0 0 50 50 re f")},
		"form in itself":  {"/X Do", content.Corners(0, 0, 5, 5), xobject("/Subtype/Form/BBox[0 0 5 5]/Resources 7 0 R stream 0 0 5 5 re f /X Do")},
		"inline":          {"q 50 0 0 40 10 20 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID EIE EI Q 0 0 5 5 re f", content.Corners(0, 0, 60, 60), nil},
		"inline, its size known": {"q 50 0 0 40 10 20 cm BI /W 8 /H 8 /CS /G /BPC 8 ID " +
			fmt.Sprintf("%-64s", " EI 0 0 900 900 re f") + " EI Q", content.Corners(10, 20, 60, 60), nil},
		"inline, coded": {"q 50 0 0 40 10 20 cm BI /W 9 /H 9 /CS[/Indexed/RGB 0(\\000)] /F[/AHx] ID 00> EI Q 0 0 5 5 re f",
			content.Corners(0, 0, 60, 60), nil},
		"shading": {"q 10 10 20 20 re W n /S sh Q", content.Corners(10, 10, 30, 30), func(s *sample) {
			s.resources += "/Shading<</S<</ColorSpace/DeviceGray>>>>"
		}},
	} {
		p, _ := surveyed(t, c.content, c.spoil)
		if p.ink != c.want {
			t.Errorf("%s: got %v, want %v", name, p.ink, c.want)
		}
	}
}

// The fonts of what annotations show count; what a page inherits counts; two streams are one.
func TestPages(t *testing.T) {
	_, doc := surveyed(t, "", func(s *sample) {
		s.page += "/Annots[<</Subtype/Widget/AP<</N 100 0 R>>>>]"
		s.objects[100] = "/Subtype/Form/Resources<</Font<</G<</Subtype/Type1/BaseFont/Arial>>>>>> stream BT /G 10 Tf (Text) Tj ET"
	})
	if names, _ := (&subject{Document: doc}).named(func(ft *font) bool { return !ft.embedded }); fmt.Sprint(names) != "[Arial]" {
		t.Errorf("fonts that are not embedded: %v", names)
	}

	s := good(KDP)
	s.pages, s.page = 2, ""
	s.objects[2] = "/Type/Pages/MediaBox[0 0 300 400]/Rotate 90/Resources 7 0 R/Kids[100 0 R 1002 0 R 1002 0 R]"
	s.objects[100] = "/Type/Pages/Parent 2 0 R/CropBox[400 300 10 10]/Kids[101 0 R 100 0 R]"
	s.objects[101] = "/Type/Page/Contents[102 0 R 103 0 R]"
	s.objects[102] = " stream BT /F 10 Tf 100 300 Td (a"
	s.objects[103] = " stream ) Tj ET"
	s.objects[1002] = "/Type/Page"
	doc, err := Read(context.Background(), s.bytes())
	if err != nil || len(doc.pages) != 2 {
		t.Fatal(err, len(doc.pages))
	}
	if p := doc.pages[0]; p.media != (content.Corners(0, 0, 300, 400)) || p.crop != (content.Corners(10, 10, 400, 300)) || p.rotate != 90 || p.text.Empty() {
		t.Errorf("%+v", p)
	}
	if p := doc.pages[1]; p.crop != p.media || !p.ink.Empty() {
		t.Errorf("%+v", p)
	}
}

// A book that bleeds as its printer asks for passes, and its text needs the wider margin.
func TestBleed(t *testing.T) {
	s := good(KDP)
	s.page = "/MediaBox[0 0 405 630]/TrimBox[0 9 396 621]/BleedBox[0 0 405 630]" // a recto: 9 pt more at the right
	s.content = strings.Replace(aLine, "60 300", "60 309", 1)
	for i := 2; i <= 24; i += 2 {
		s.pageOf[i] = "/MediaBox[0 0 405 630]/TrimBox[9 9 405 621]/BleedBox[0 0 405 630]"
	}
	s.contentOf[3] = s.content + "300 0 105 630 re f 0.5 g 380 100 m 396 100 l 390 120 l f 380 200 m 397 200 l 390 220 l f" // and a pattern on it
	s.contentOf[4] = s.content + "0 0 105 630 re f"
	for _, p := range tested(t, s.bytes(), KDP).Points {
		if p.Result != Pass {
			t.Errorf("%s %s: %s", p.Result, p.Code, p.Found)
		}
		if p.Code == "bleed" && !strings.Contains(p.Found, "pages 3–4") {
			t.Errorf("bleed: %s", p.Found)
		}
		if p.Code == "margins" && !strings.Contains(p.Found, "0.375 in is asked for") {
			t.Errorf("margins: %s", p.Found)
		}
	}
}

func TestPageList(t *testing.T) {
	for want, pages := range map[string][]int{
		"page 3":             {3},
		"pages 3 and 5":      {3, 5},
		"pages 3–4":          {3, 4},
		"pages 1, 3–5 and 9": {1, 3, 4, 5, 9},
		"pages 1, 3, 5, 7, 9, 11, 13, 15 and 3 more": {1, 3, 5, 7, 9, 11, 13, 15, 17, 18, 20},
	} {
		var w where
		for _, p := range pages {
			w.add(p)
			w.add(p)
		}
		if got := pageList(w); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	var a, b where
	for i := range 2000 {
		a.add(2*i + 1)
		b.add(2*i + 2)
	}
	if a.more != 1000 || !strings.HasSuffix(pageList(a), "1992 more") {
		t.Errorf("%d more: %s", a.more, pageList(a))
	}
	if j := join(where{pages: []int{1, 5}}, where{pages: []int{2, 5, 9}}); fmt.Sprint(j.pages) != "[1 2 5 9]" {
		t.Error(j)
	}
	if j := join(a, b); len(j.pages) != 1000 {
		t.Errorf("%d pages", len(j.pages))
	}
}

func TestDates(t *testing.T) {
	want := time.Date(2026, 11, 23, 10, 20, 30, 0, time.UTC)
	for _, s := range []string{"D:20261123102030Z", "D:20261123112030+01'00'", "20261123102030", "D:20261123045030-05'30", "D:20261123102030+00"} {
		if got, ok := pdfDate(s); !ok || !got.Equal(want) {
			t.Errorf("%s: %v %v", s, got, ok)
		}
	}
	for s, want := range map[string]time.Time{
		"D:2026": time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), "D:202611": time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC),
		"D:2026112310": time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC),
	} {
		if got, ok := pdfDate(s); !ok || !got.Equal(want) {
			t.Errorf("%s: %v %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "D:", "yesterday", "D:20261323", "D:202", "D:20261123102030+xx"} {
		if _, ok := pdfDate(s); ok {
			t.Errorf("%q is a date", s)
		}
	}
	for _, s := range []string{"2026-11-23T10:20:30Z", "2026-11-23T11:20:30+01:00", "2026-11-23T10:20:30.5Z"} {
		if got, ok := xmpDate(s); !ok || !got.Equal(want) {
			t.Errorf("%s: %v %v", s, got, ok)
		}
	}
}

func TestUnreadable(t *testing.T) {
	if _, err := Read(context.Background(), []byte("not a PDF")); !errors.Is(err, cos.ErrNoPDF) {
		t.Error(err)
	}
	whole := good(Screen).bytes()
	for i := 0; i < len(whole); i += 97 {
		read(t, whole[:i])
		spoilt := bytes.Clone(whole)
		spoilt[i] ^= 0x15
		read(t, spoilt)
	}
}

// What goes over the budget is an error that names the limit, and so is what ends the context.
func TestBudget(t *testing.T) {
	if testing.Short() {
		t.Skip("reads as much as the limit allows")
	}
	s := good(Ingram)
	for i := range 10 { // ten forms that each draw the next one ten times
		s.objects[100+i] = fmt.Sprintf("/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X %d 0 R>>>> stream %s", 101+i,
			strings.Repeat("/X Do ", 10))
	}
	s.objects[110] = "/Subtype/Form/BBox[0 0 1 1] stream " + strings.Repeat("% nothing\n", 10)
	s.resources += "/XObject<</X 100 0 R>>"
	s.contentOf[1] = "/X Do"
	var limit *cos.LimitError
	if _, err := Read(t.Context(), s.bytes()); !errors.As(err, &limit) || !strings.Contains(err.Error(), "steps of work") {
		t.Error(err)
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	over := errors.New("over")
	time.AfterFunc(10*time.Millisecond, func() { cancel(over) })
	if _, err := Read(ctx, s.bytes()); !errors.Is(err, over) {
		t.Error(err)
	}
}

// read reads and tests a file that may be anything.
func read(t testing.TB, data []byte) {
	t.Helper()
	doc, err := Read(context.Background(), data)
	if errors.Is(err, errHostile) {
		t.Fatal(err)
	}
	for _, p := range []Profile{Screen, KDP, Ingram, X4} {
		if doc == nil {
			break
		}
		var limit *cos.LimitError
		if _, err := doc.Test(p, printers.Printer(p.Printer())); err != nil && !errors.As(err, &limit) {
			t.Fatal(err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, p := range []Profile{Screen, KDP, Ingram, X4} {
		s := good(p)
		s.pages = 2
		f.Add(s.bytes())
	}
	for _, c := range spoiled {
		s := good(c.profile)
		s.pages = 2
		for i := 3; i <= 24; i++ { // what spoils a later page
			if content, ok := s.contentOf[i]; ok {
				s.contentOf[2] = content
			}
		}
		c.spoil(s)
		f.Add(s.bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		slow := time.AfterFunc(10*time.Second, func() { panic("it takes too long") })
		defer slow.Stop()
		read(t, data)
	})
}

// BenchmarkRead reads a book of 350 pages with 35 lines each, tests and all.
func BenchmarkRead(b *testing.B) {
	s := good(KDP)
	s.pages = 350
	var page strings.Builder
	for i := range 35 {
		fmt.Fprintf(&page, "BT /F 11 Tf 0 0 0 1 k 1 0 0 1 72 %d Tm [(Some of the words)-12(that stand)-13(in a line)20(of such a book)] TJ ET\n", 550-14*i)
	}
	s.content = page.String()
	data := s.bytes()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		read(b, data)
	}
}

// A file whose objects had to be looked for is no file for a press, even if all of it was found.
func TestRepaired(t *testing.T) {
	data := bytes.Replace(good(KDP).bytes(), []byte("startxref\n"), []byte("startxref\n9"), 1)
	doc, err := Read(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	report, err := doc.Test(KDP, nil)
	if err != nil || report.Pages == 0 {
		t.Fatal(err, report)
	}
	sound := slices.IndexFunc(report.Points, func(p Point) bool { return p.Code == "sound" })
	if sound < 0 || report.Points[sound].Result != Fail || !strings.Contains(report.Points[sound].Found, "startxref leads nowhere") {
		t.Errorf("%+v", report.Points)
	}
}
