package wordbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"

	"octavo/cmd/octavo/internal/book"
)

// textWords returns the words in w:t elements of a body in their order, without those that tracked changes delete: found without
// the reader.
func textWords(body string) string {
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader("<x>" + body + "</x>"))
	skip, in := 0, false
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) || err != nil {
			break
		}
		switch t := t.(type) {
		case xml.StartElement:
			if n := t.Name.Local; skip > 0 || n == "del" || n == "moveFrom" {
				skip++
			}
			in = t.Name.Local == "t" && t.Name.Space == "w"
		case xml.EndElement:
			if skip > 0 {
				skip--
			}
			in = false
		case xml.CharData:
			if in && skip == 0 {
				b.Write(t)
			}
		}
	}
	return letters(b.String())
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}

// bookWords returns the letters of blocks.
func bookWords(blocks []book.Block) string {
	var b strings.Builder
	for _, x := range blocks {
		if c, ok := x.(*book.Code); ok {
			b.WriteString(strings.Join(c.Lines, ""))
			continue
		}
		book.ReadingOrder([]book.Block{x}, nil, func(text []book.Inline) {
			book.WalkInlines(text, func(in book.Inline) {
				switch in := in.(type) {
				case *book.Text:
					b.WriteString(in.Value)
				case *book.CodeSpan:
					b.WriteString(in.Value)
				}
			})
		})
	}
	return letters(b.String())
}

// TestEveryWord reads paragraphs of all kinds in many orders, and looks for every word in its place.
func TestEveryWord(t *testing.T) {
	kinds := []func(w string) string{
		func(w string) string { return parag("", run(w+" "), run(w, "i"), run(w, "b", "smallCaps")) },
		func(w string) string { return parag("Heading1", run(w)) },
		func(w string) string { return parag("Quote", run(w), "<w:r><w:br/></w:r>", run(w)) },
		func(w string) string {
			return with(`<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>`, run(w))
		},
		func(w string) string {
			return with(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>`, run(w))
		},
		func(w string) string { return with(`<w:jc w:val="center"/>`, run(w)) },
		func(w string) string { return parag("") },
		func(w string) string { return parag("", run("***")) },
		func(w string) string { return parag("Verse", run(w)) },
		func(w string) string { return parag("SourceCode", run(w)) },
		func(w string) string { return parag("ListParagraph", run(w)) },
		func(w string) string {
			return `<w:tbl><w:tr><w:tc>` + parag("", run(w, "b")) + `</w:tc><w:tc>` + with(`<w:jc w:val="center"/>`, run(w)) + `</w:tc></w:tr><w:tr><w:tc>` + parag("", run(w)) + parag("", run(w)) + `</w:tc></w:tr></w:tbl>`
		},
		func(w string) string {
			return parag("", `<w:ins>`+run(w)+`</w:ins><w:del><w:r><w:delText>`+w+`</w:delText></w:r></w:del>`)
		},
		func(w string) string { return parag("", `<w:hyperlink w:anchor="x">`+run(w)+`</w:hyperlink>`, run(w)) },
		func(w string) string { return with(`<w:ind w:left="900" w:right="900"/>`, run("— "+w)) },
	}
	state := uint32(1)
	for round := range 100 {
		var b strings.Builder
		for k := range 8 {
			state = state*1664525 + 1013904223
			b.WriteString(kinds[int(state>>16)%len(kinds)](string(rune('a'+k)) + "q" + string(rune('a'+round%26))))
		}
		f := readOf(t, b.String(), nil)
		if got, want := bookWords(f.Blocks), textWords(b.String()); got != want {
			t.Fatalf("%s, want %s, of %s", got, want, b.String())
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(parag("Heading1", run("One")) + parag("", run("two", "i"), `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`))
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="9"/><w:vMerge/></w:tcPr>` + parag("", run("x")) + `</w:tc></w:tr></w:tbl>` + with(`<w:numPr><w:ilvl w:val="8"/><w:numId w:val="7"/></w:numPr>`, run("y")))
	f.Add(`<w:p><w:r><w:drawing><a:blip r:embed="q"/></w:drawing><w:footnoteReference w:id="1"/><w:sym w:font="Symbol" w:char="F061"/></w:r><m:oMath><m:f/></m:oMath></w:p>`)
	f.Fuzz(func(t *testing.T, body string) {
		data := wordFile(t, body, map[string]string{"footnotes": `<w:footnote w:id="1">` + body + `</w:footnote>`, "styles": body, "numbering": body})
		file, err := Read(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		book.Walk(file.Blocks, func(b book.Block) {
			book.Runs(b, func(text []book.Inline) {
				book.WalkInlines(text, func(in book.Inline) {
					if x, ok := in.(*book.Text); ok && x.Value == "" {
						t.Error("empty text")
					}
				})
			})
		})
	})
}

// Hostile files end with an error, or in time in proportion to their size.
func TestHostile(t *testing.T) {
	n := 20_000
	if testing.Short() {
		n = 2000
	}
	for name, c := range map[string]struct{ body, styles, numbering, want string }{
		"deep":       {body: strings.Repeat("<w:sdt><w:sdtContent>", n), want: "holds more"},
		"entity":     {body: `<w:p><w:r><w:t>&x;</w:t></w:r></w:p>`, want: "broken"},
		"styles":     {body: parag("s0", run("x")), styles: chain(n)},
		"numbering":  {body: with(`<w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="1"/></w:numPr>`, run("x")), numbering: strings.Repeat(`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`, n)},
		"fields":     {body: parag("", strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, n), run("x"))},
		"runs":       {body: parag("", strings.Repeat(run("x ", "i")+run("y", "b"), n))},
		"breaks":     {body: parag("Quote", strings.Repeat(`<w:r><w:br/></w:r>`, n), run("x"))},
		"cells":      {body: `<w:tbl>` + strings.Repeat(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>`+parag("", run("x"))+`</w:tc></w:tr>`, 500) + `</w:tbl>`},
		"joined":     {body: strings.Repeat(with(`<w:rPr><w:del/></w:rPr>`, run("x ")), n)},
		"list":       {body: strings.Repeat(with(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, run("x"))+with(`<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>`, run("x")), n)},
		"bookmarks":  {body: parag("", strings.Repeat(`<w:bookmarkStart w:name="b"/>`, n), run("x"))},
		"text boxes": {body: strings.Repeat(`<w:p><w:r><w:pict><w:txbxContent>`, 50) + strings.Repeat(`</w:txbxContent></w:pict></w:r></w:p>`, 50)},
	} {
		data := wordFile(t, c.body, map[string]string{"styles": c.styles, "numbering": c.numbering})
		_, err := Read(bytes.NewReader(data), int64(len(data)))
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// chain returns styles each of which is based on the next.
func chain(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(styleOf("s"+string(rune('0'+i%10))+strings.Repeat("x", i%50), "n", `<w:basedOn w:val="s`+string(rune('0'+(i+1)%10))+strings.Repeat("x", (i+1)%50)+`"/>`))
	}
	return b.String()
}
