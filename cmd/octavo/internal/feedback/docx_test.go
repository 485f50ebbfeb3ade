package feedback

import (
	"archive/zip"
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
)

// wordFile returns a .docx with a document's body and its comments.
func wordFile(t testing.TB, body, comments string) []byte {
	t.Helper()
	const w = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`},
		{"_rels/.rels", rels + `<Relationship Id="r1" Type="` + office + `officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/_rels/document.xml.rels", rels + `<Relationship Id="r1" Type="` + office + `comments" Target="comments.xml"/></Relationships>`},
		{"word/document.xml", `<w:document` + w + `><w:body>` + body + `</w:body></w:document>`},
		{"word/comments.xml", `<w:comments` + w + `>` + comments + `</w:comments>`},
	} {
		part, err := z.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestWord takes comments and tracked changes out of a Word file and back to the manuscript.
func TestWord(t *testing.T) {
	run := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	data := wordFile(t, `<w:p>`+run("As a child I supposed that ")+`<w:commentRangeStart w:id="1"/>`+run("the job")+`<w:commentRangeEnd w:id="1"/>`+
		`<w:r><w:commentReference w:id="1"/></w:r>`+run(" was ")+`<w:del w:author="Ben" w:date="2026-11-24T10:00:00Z" w:id="5"><w:r><w:delText>light</w:delText></w:r></w:del>`+
		`<w:ins w:author="Ben" w:date="2026-11-24T10:00:00Z" w:id="6">`+run("easy")+`</w:ins>`+run(". The job was wicks. It was soot, and ")+
		`<w:ins w:author="Cy" w:id="7">`+run("very dear ")+`</w:ins>`+run("oil carried up by hand, and a log")+`</w:p>`+
		`<w:p>`+run("All of it was ")+`<w:del w:author="Cy" w:id="8"><w:r><w:delText xml:space="preserve">done </w:delText></w:r></w:del>`+run("for people")+`</w:p>`,
		`<w:comment w:id="1" w:author="Ann" w:date="2026-11-24T09:00:00Z"><w:p>`+run("which one?")+`</w:p></w:comment>`)
	f, err := Read(context.Background(), "x.docx", data, Subject{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	l := listOf(t, f)
	var got []string
	for _, r := range l.Remarks {
		under := ""
		if p := r.Place.Pos; p.IsValid() {
			under = string(p.Source.Text[p.Offset:r.Place.End])
		}
		got = append(got, strings.Join([]string{r.Reader, string(r.Kind), under, string(r.Place.Status), r.Says()}, " | "))
	}
	want := []string{
		"Ann | comment | the job | as marked | which one?",
		"Ben | replacement | light | as marked | make it “easy”",
		"Cy | insertion |  | as marked | insert “very dear”",
		"Cy | strike-out | done | as marked | strike out",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
