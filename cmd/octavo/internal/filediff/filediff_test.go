package filediff

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// packageOf returns an EPUB of parts: a name and a text each.
func packageOf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pdfOf returns a PDF with a page of each text in a font, and a title.
func pdfOf(title, font string, texts ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	object := func(text string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), text)
	}
	var kids []string
	for i := range texts {
		kids = append(kids, fmt.Sprintf("%d 0 R", 5+2*i))
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object(fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 200 200]>>", strings.Join(kids, " "), len(texts)))
	object("<</Type/Font/Subtype/Type1/BaseFont/" + font + "/Encoding/WinAnsiEncoding>>")
	object("<</Title(" + title + ")>>")
	for i, text := range texts {
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>", 6+2*i))
		stream := "BT /F 12 Tf 20 100 Td (" + text + ") Tj ET"
		object(fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(stream), stream))
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, table)
	return b.Bytes()
}

func TestPDF(t *testing.T) {
	want := pdfOf("A", "Times-Roman", "one", "two", "three", "four")
	for _, c := range []struct {
		got  []byte
		want []string
	}{
		{want, nil},
		{pdfOf("A", "Times-Roman", "one", "TWO", "THREE", "four"), []string{"the words differ on pages 2-3"}},
		{pdfOf("A", "Times-Roman", "one", "two", "three", "for", "five"), []string{"it has 5 pages, not 4", "the words differ on page 4"}},
		{pdfOf("B", "Helvetica", "one", "two", "three", "four"),
			[]string{"the metadata differ: Title", "it has other fonts: Helvetica", "it lacks fonts: Times-Roman"}},
		{bytes.Replace(want, []byte("20 100 Td (two)"), []byte("20 120 Td (two)"), 1), []string{"words stand at other places on page 2"}},
		{bytes.Replace(want, []byte("(two) Tj ET"), []byte("(two)Tj  ET"), 1), []string{"rules, colours or pictures differ on page 2"}},
		{[]byte("a letter"), []string{"it is damaged: this is not a PDF file: it has no %PDF- at its beginning"}},
	} {
		got, err := PDF(context.Background(), c.got, want)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%q %v, want %q", got, err, c.want)
		}
	}
	if got, err := PDF(context.Background(), want[:len(want)-60], want); err != nil || !strings.Contains(strings.Join(got, "\n"), "it is damaged") {
		t.Errorf("cut off: %q %v", got, err)
	}
}

func TestEPUB(t *testing.T) {
	opf := "<package>\n<dc:title>A</dc:title>\n<meta property=\"dcterms:modified\">1</meta>\n</package>"
	want := packageOf(t, "package.opf", opf, "a.xhtml", "<p>one two</p>", "b.css", "p {}")
	for _, c := range []struct {
		got  []byte
		want string
	}{
		{want, ""},
		{packageOf(t, "package.opf", strings.Replace(opf, ">A<", ">B<", 1), "a.xhtml", "<p>one two</p>", "b.css", "p {}"), "the metadata differ: dc:title"},
		{packageOf(t, "package.opf", strings.Replace(opf, ">1<", ">2<", 1), "a.xhtml", "<p>one <b>two</b></p>", "b.css", "p {}"),
			"the metadata differ: dcterms:modified; the markup differs in a.xhtml"},
		{packageOf(t, "package.opf", opf, "a.xhtml", "<p>one too</p>", "b.css", "q {}"), "the words differ in a.xhtml; other parts differ: b.css"},
		{packageOf(t, "package.opf", opf, "a.xhtml", "<p>one two</p>", "c.css", "p {}"), "it has more parts: c.css; it lacks parts: b.css"},
		{packageOf(t, "a.xhtml", "<p>one two</p>", "package.opf", opf, "b.css", "p {}"), "its parts are the same, and packed in another way"},
		{want[:len(want)-40], "it is damaged: zip: not a valid zip file"},
	} {
		got, err := EPUB(context.Background(), c.got, want)
		if err != nil || strings.Join(got, "; ") != c.want {
			t.Errorf("%q %v, want %q", got, err, c.want)
		}
	}
}

func FuzzPDF(f *testing.F) {
	want := pdfOf("A", "Times-Roman", "one", "two")
	f.Add(want)
	f.Add(want[:len(want)/2])
	f.Add(pdfOf("B", "Courier", "one"))
	f.Fuzz(func(t *testing.T, got []byte) {
		found, err := PDF(context.Background(), got, want)
		if err == nil && (len(found) == 0) != bytes.Equal(got, want) {
			t.Errorf("%q", found)
		}
	})
}

func FuzzEPUB(f *testing.F) {
	want := packageOf(f, "package.opf", "<a>\n</a>", "a.xhtml", "<p>one</p>")
	f.Add(want)
	f.Add(want[:len(want)/2])
	f.Fuzz(func(t *testing.T, got []byte) {
		found, err := EPUB(context.Background(), got, want)
		if err == nil && (len(found) == 0) != bytes.Equal(got, want) {
			t.Errorf("%q", found)
		}
	})
}
