package exports

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"strings"
	"testing"
)

// packed returns a ZIP of files, names and texts by turns.
func packed(t testing.TB, files ...string) *zip.Reader {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// document returns the content of a document of LibreOffice: tracked changes and paragraphs.
func document(changes, body string) string {
	return `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:dc="d" xmlns:loext="l"><office:body><office:text><text:tracked-changes>` +
		changes + `</text:tracked-changes>` + body + `</office:text></office:body></office:document-content>`
}

func change(id, kind, author, text string) string {
	return `<text:changed-region xml:id="` + id + `" text:id="` + id + `"><text:` + kind + `><office:change-info><dc:creator>` + author +
		`</dc:creator><dc:date>2026-11-26T10:12:00</dc:date></office:change-info>` + text + `</text:` + kind + `></text:changed-region>`
}

func TestArchives(t *testing.T) {
	annotation := filled(`{"type":"Annotation","body":{"value":"{N}"},"target":{"selector":{"type":"TextQuoteSelector","exact":"{P}"}}}`)
	comment := `<office:annotation office:name="a"><dc:creator>Ann</dc:creator><dc:date>2026</dc:date><text:p>{N}</text:p></office:annotation>`
	for _, c := range []struct {
		name  string
		files []string
		want  string
	}{
		{"annotations", []string{"manifest.json", `{"name":"x"}`, "annotations.json", annotation}, "comment [{P}] {N}"},
		{"many files", []string{"style.css", "p {}", "a/notes.md", "> {P}\n\n{N}\n", "b.txt", "> {S}\n", "empty.txt", ""}, "comment [{P}] {N}\nhighlight [{S}]"},
		{"calibre's EPUB", []string{"META-INF/container.xml", "<x/>", "META-INF/calibre_bookmarks.txt", "encoding=json+base64:\n" +
			base64.StdEncoding.EncodeToString([]byte(filled(`[{"type":"highlight","highlighted_text":"{P}","notes":"{N}","start_cfi":"/2/4"}]`)))}, "comment [{P}] {N}"},
		{"a comment", []string{"content.xml", document("", `<text:p>not have `+comment+`{P}<office:annotation-end office:name="a"/> see</text:p>`)}, "Ann: comment [{P}] {N}"},
		{"a reply, resolved", []string{"content.xml", document("", `<text:h>Kept</text:h><text:p>x `+strings.Replace(comment, `office:name="a"`, `office:name="a" loext:resolved="true"`, 1)+
			`<office:annotation office:name="b" loext:parent-name="a"><dc:creator>Ben</dc:creator><text:p>No.</text:p></office:annotation>{P}<office:annotation-end office:name="a"/></text:p>`)},
			"Ann: comment (Kept) [{P}] {N} | Ben: No."},
		{"changes", []string{"content.xml", document(change("c1", "deletion", "Ann", "<text:p>picked</text:p>")+change("c2", "insertion", "Ann", "")+
			change("c3", "insertion", "Ben", "")+change("c4", "deletion", "Ann", "<text:p>out of</text:p>"),
			`<text:p>not have <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>chosen<text:change-end text:change-id="c2"/> the <text:change-start text:change-id="c3"/>old <text:change-end text:change-id="c3"/>Wolcotts<text:s/><text:change text:change-id="c4"/> a crowd</text:p>`)},
			"Ann: replacement [picked] => chosen\nBen: insertion [] => old\nAnn: strike-out [out of]"},
		{"a note at the foot", []string{"content.xml", document("", `<text:p>the job<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>see `+comment+`{P}<office:annotation-end office:name="a"/></text:p></text:note-body></text:note> was</text:p>`)},
			"Ann: comment [{P}] {N}"},
	} {
		for i := range c.files {
			c.files[i] = filled(c.files[i])
		}
		e, err := ReadArchive(packed(t, c.files...), lamp(t))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := strings.Join(briefs(e), "\n"); got != filled(c.want) {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", c.name, got, filled(c.want))
		}
	}
	e, err := ReadArchive(packed(t, "content.xml", document(change("c1", "deletion", "Ann", "<text:p>picked</text:p>"),
		`<text:p>not have <text:change text:change-id="c1"/> the Wolcotts</text:p>`)), lamp(t))
	if err != nil || e.Marks[0].Seen.Before != "not have " || e.Marks[0].Seen.After != " the Wolcotts\n" {
		t.Errorf("%v: the words around a change are %+v", err, e)
	}
	for name, files := range map[string][]string{"an EPUB": {"META-INF/container.xml", "<x/>"}, "broken": {"content.xml", "<a><b"}, "nothing": {"a.css", "x"}} {
		if e, err := ReadArchive(packed(t, files...), lamp(t)); err == nil {
			t.Errorf("%s: %+v", name, e)
		}
	}
	if _, err := ReadArchive(packed(t, "a.txt", strings.Repeat("x", maxUnpacked+1)), lamp(t)); err == nil {
		t.Error("a bomb is unpacked")
	}
}
