package importer

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// prose is a paragraph of a hundred words.
var prose = strings.TrimSuffix(strings.Repeat("The keeper heard the river, and counted slowly to ten. ", 10), " ")

// BenchmarkPosts imports the export of a newsletter, a thousand posts of five hundred words.
func BenchmarkPosts(b *testing.B) {
	dir := b.TempDir()
	table := "post_id,post_date,is_published,type,audience,title,subtitle\n"
	if err := os.Mkdir(filepath.Join(dir, "posts"), 0o777); err != nil {
		b.Fatal(err)
	}
	post := []byte(strings.Repeat("<p>"+prose+"</p>", 5))
	for i := range 1000 {
		table += fmt.Sprintf("%d.post,2024-01-%02dT10:00:00.000Z,true,newsletter,everyone,Post %d,\n", i, i%28+1, i)
		if err := os.WriteFile(filepath.Join(dir, "posts", fmt.Sprintf("%d.post.html", i)), post, 0o666); err != nil {
			b.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "posts.csv"), []byte(table), 0o666); err != nil {
		b.Fatal(err)
	}
	benchmark(b, dir)
}

// BenchmarkWord imports a Word file of a hundred thousand words.
func BenchmarkWord(b *testing.B) {
	const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for name, text := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels":         `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   `<w:document ` + ns + `><w:body>` + strings.Repeat(`<w:p><w:r><w:t>`+prose+`</w:t></w:r></w:p>`, 1000) + `</w:body></w:document>`,
	} {
		w, err := z.Create(name)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			b.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		b.Fatal(err)
	}
	name := filepath.Join(b.TempDir(), "book.docx")
	if err := os.WriteFile(name, file.Bytes(), 0o666); err != nil {
		b.Fatal(err)
	}
	benchmark(b, name)
}

// benchmark reads a source and writes the book.
func benchmark(b *testing.B, source string) {
	for b.Loop() {
		ms, err := Read(b.Context(), []string{source}, KeepSections)
		if err != nil {
			b.Fatal(err)
		}
		if err := ms.Write(b.Context(), filepath.Join(b.TempDir(), "book"), time.Unix(0, 0)); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(ms.Words()), "words")
	}
}
