package feedback

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// brief returns a remark in a line: kind, folio, heading, the words, and what was said.
func brief(r Remark) string {
	s := string(r.Kind)
	if r.Seen.Folio != "" {
		s += " p" + r.Seen.Folio
	}
	if r.Seen.Line > 0 {
		s += fmt.Sprintf(":%d", r.Seen.Line)
	}
	if r.Seen.Heading != "" {
		s += " (" + r.Seen.Heading + ")"
	}
	s += " [" + r.Seen.Words + "]"
	if r.Comment != "" {
		s += " " + strings.ReplaceAll(r.Comment, "\n", "/")
	}
	if r.Reader != "" {
		s = r.Reader + ": " + s
	}
	if r.New != "" {
		s += " => " + r.New
	}
	return s
}

func briefs(t *testing.T, text, title string, copies Copies) ([]string, *File) {
	t.Helper()
	f, err := Read(context.Background(), "x", []byte(text), Subject{Title: title}, copies)
	if err != nil {
		t.Errorf("%.60q: %v", text, err)
		return nil, &File{}
	}
	var out []string
	for _, r := range f.Remarks {
		out = append(out, brief(r))
	}
	return out, f
}

func TestNotes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
		note       string
	}{
		{"a Kindle's clippings", "\uFEFFWrite This Down (Wren Halloran)\r\n- Your Highlight on page 12 | Location 170-172 | Added on Monday, 23 November 2026 09:12:44\r\n\r\nthe job was light\r\n==========\r\n" +
			"Write This Down (Wren Halloran)\r\n- Your Note on page 12 | Location 172 | Added on Monday, 23 November 2026 09:13:00\r\n\r\nwas it?\r\n==========\r\n" +
			"Moby Dick (Herman Melville)\r\n- Your Highlight on page 1 | Location 1-2 | Added on Monday, 23 November 2026 09:13:00\r\n\r\nCall me\r\n==========\r\n" +
			"Write This Down (Wren Halloran)\r\n- Your Bookmark on page 13 | Location 180 | Added on Monday, 23 November 2026 09:13:00\r\n\r\n\r\n==========\r\n" +
			"Write This Down (Wren Halloran)\r\n- Your Note on page 14 | Location 200 | Added on Monday, 23 November 2026 09:13:00\r\n\r\nalone\r\n==========\r\n",
			[]string{"comment p12 [the job was light] was it?", "note p14 [] alone"}, "a note on another book was left out"},
		{"an old Kindle's, the note first", "Write This Down (W)\n- Note Loc. 1304 | Added on Saturday, 26 July 14\n\nhm\n==========\nWrite This Down (W)\n- Highlight Loc. 1303-4 | Added on Saturday, 26 July 14\n\nthe job\n==========\n",
			[]string{"comment [the job] hm"}, ""},
		{"Apple Books", "Notes from\n\nWrite This Down\nWren Halloran\n\nA Patient Trade\n23 November 2026\n“Their successes will take place out of your sight”\nlovely, keep\n\n23 November 2026\n“The job was “wicks,” she said.”\n\nAll Excerpts From\n\nWren Halloran. “Write This Down.” Apple Books.\n",
			[]string{"comment (A Patient Trade) [Their successes will take place out of your sight] lovely, keep", "highlight (A Patient Trade) [The job was “wicks,” she said.]"}, ""},
		{"Markdown", "# Write This Down\n\n## A Patient Trade\n\n> The job was\n> wicks.\n\nWas it?\nReally?\n\n---\n\n> Second\n\n### Page 12\n\n> Third\n\n**Note:** fine\n",
			[]string{"comment (A Patient Trade) [The job was wicks.] Was it?/Really?", "highlight (A Patient Trade) [Second]", "comment p12 (A Patient Trade) [Third] fine"}, ""},
		{"calibre's text", "Chapter 1\n\n* the job was wicks\n\nNote: hm\n\n* another\n", []string{"comment (Chapter 1) [the job was wicks] hm", "highlight (Chapter 1) [another]"}, ""},
		{"an inline note", "\"the job was light\" - no\n\"the job\" — why?\n", []string{"comment [the job was light] no", "comment [the job] why?"}, ""},
		{"a letter", "Dear Wren,\n\np. 42, line 17: too long\nand too loud\nPage iv - a typo\n- p 3 l. 4 no\n12:3 yes\n\nYours, Ann\n",
			[]string{"comment p42:17 [] too long/and too loud", "comment piv [] a typo", "comment p3:4 [] no", "comment p12:3 [] yes/Yours, Ann"}, ""},
		{"a table without a head", "42,17,\"too long, too loud\"\niv,3,a typo\n", []string{"comment p42:17 [] too long, too loud", "comment piv:3 [] a typo"}, ""},
		{"Kindle's page", `<html><body><div class="bookTitle">Write This Down</div><div class="authors">W</div><div class="sectionHeading">A Patient Trade</div><div class="noteHeading">Highlight(<span class="highlight_yellow">yellow</span>) - Page 12 · Location 170</div><div class="noteText">the job &amp; the light</div><div class="noteHeading">Note - Page 12 · Location 170</div><div class="noteText">hm<br>yes</div></body></html>`,
			[]string{"comment p12 (A Patient Trade) [the job & the light] hm/yes"}, ""},
		{"Kobo's annot", `<?xml version="1.0"?><annotationSet xmlns="http://ns.adobe.com/digitaleditions/annotations"><annotation><dc:identifier>x</dc:identifier><target><fragment start="a.xhtml#point(/1/4/2:1)" end="b"><text>the job was light</text></fragment></target><content><dc:date>2026</dc:date><text>no</text></content></annotation><annotation><target><fragment><text>second</text></fragment></target></annotation></annotationSet>`,
			[]string{"comment [the job was light] no", "highlight [second]"}, ""},
		{"KOReader", `{"documents":[{"title":"Write This Down","entries":[{"chapter":"A Patient Trade","page":12,"sort":"highlight","text":"the job","note":"hm","time":1}]},{"title":"Else","entries":[{"text":"x","chapter":"y"}]}]}`,
			[]string{"comment p12 (A Patient Trade) [the job] hm"}, "a note on another book was left out"},
		{"calibre", `{"version":1,"type":"calibre_highlights","highlights":[{"type":"highlight","highlighted_text":"the job","notes":"hm","toc_family_titles":["Part","A Patient Trade"],"timestamp":"2026-11-23T00:00:00Z"}]}`,
			[]string{"comment (A Patient Trade) [the job] hm"}, ""},
		{"a web annotation", `{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","creator":{"name":"Ann"},"created":"2026-11-23","body":{"type":"TextualBody","value":"hm"},"target":{"source":"c.xhtml","selector":{"type":"TextQuoteSelector","exact":"the job","prefix":"that ","suffix":" was"}}}`,
			[]string{"Ann: comment [the job] hm"}, ""},
		{"a set", `{"type":"AnnotationSet","items":[{"type":"Annotation","motivation":"editing","body":[{"value":"the work"},{"purpose":"tagging","value":"red"}],"target":{"meta":{"page":"12","headings":[{"txt":"A Patient Trade"}]},"selector":[{"type":"ProgressionSelector","value":0.1},{"type":"TextQuoteSelector","exact":"the job"}]}},{"type":"Annotation","body":{"highlight":"strikethrough"},"target":[{"selector":{"type":"TextQuoteSelector","exact":"x"}}]}]}`,
			[]string{"replacement p12 (A Patient Trade) [the job] => the work", "strike-out [x]"}, ""},
		{"Hypothesis", `{"total":1,"rows":[{"user":"acct:ann@h","text":"hm","target":[{"selector":[{"type":"RangeSelector","startContainer":"/p"},{"type":"TextQuoteSelector","exact":"the job"}]}]}]}`,
			[]string{"ann@h: comment [the job] hm"}, ""},
	} {
		got, f := briefs(t, c.text, "Write This Down", nil)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\ngot  %q\nwant %q", c.name, got, c.want)
		}
		if strings.Join(f.Notes, "") != c.note {
			t.Errorf("%s: notes %q, want %q", c.name, f.Notes, c.note)
		}
	}
	for name, text := range map[string]string{"nothing": " \n", "a letter": "Dear author,\n\nI liked it.\n", "JSON of something else": `{"a":[1]}`,
		"broken JSON": `{"a":`, "another page": "<html><p>hi</p></html>", "a zip": "PK\x03\x04xxxx", "a broken PDF": "%PDF-1.4 nothing",
		"an encrypted PDF": "%PDF-1.4\nxref\n0 0\ntrailer\n<</Encrypt<<>>>>\nstartxref\n9\n"} {
		if f, err := Read(context.Background(), "x", []byte(text), Subject{}, nil); err == nil && len(f.Remarks) == 0 {
			t.Errorf("%s: read without an error", name)
		}
	}
}

// epubOf returns an EPUB of one chapter.
func epubOf(t *testing.T, chapter string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range [][2]string{
		{"META-INF/container.xml", `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/p.opf"/></rootfiles></container>`},
		{"EPUB/p.opf", `<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="n" href="nav.xhtml"/><item id="c" href="x/c%201.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="c"/></spine></package>`},
		{"EPUB/nav.xhtml", `<html><body/></html>`}, {"EPUB/x/c 1.xhtml", chapter},
	} {
		w, err := z.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPlacesInEPUB finds the words at the places that annotations name without saying the words.
func TestPlacesInEPUB(t *testing.T) {
	data := epubOf(t, `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>
<section id="s"><h1>Title</h1><p id="p1">One 😀 <em>two <b>three</b></em> four<!-- no --> five.</p><p>Six&nbsp;seven</p></section></body></html>`)
	copies := func(string, string) *Copy { return &Copy{EPUB: func() ([]byte, error) { return data, nil }} }
	for cfi, want := range map[string]string{
		"epubcfi(/6/4!/4/2/4,/1:0,/1:3)":             "[One] after [ 😀 two three four five.]",
		"epubcfi(/6/4[c]!/4/2[s]/4[p1],/2/1:0,/3:5)": "[two three four] before [One 😀 ]",
		"epubcfi(/6/4!/4/2/4,/1:4,/1:6)":             "[😀]", // two UTF-16 units
		"epubcfi(/6/4!/4/99/4[p1]/3:6)":              "[] before [One 😀 two three four ]",
		"epubcfi(/6/4!/4/2/6,/1:4,/1:9)":             "[seven]",
		"epubcfi(/6/40!/4/2/6,/1:4,/1:9)":            "[]",
		"epubcfi(/6/4!/4/2/4,/3:6,/3:99999)":         "[five.]",
	} {
		_, f := briefs(t, `{"target":{"source":"x","selector":{"type":"FragmentSelector","conformsTo":"http://www.idpf.org/epub/linking/cfi/epub-cfi.html","value":"`+cfi+`"}},"bodyValue":"hm"}`, "", copies)
		s := f.Remarks[0].Seen
		got := "[" + s.Words + "]"
		if strings.Contains(want, "after") {
			got += " after [" + strings.SplitN(s.After, "\n", 2)[0] + "]"
		}
		if strings.Contains(want, "before") {
			lines := strings.Split(s.Before, "\n")
			got += " before [" + lines[len(lines)-1] + "]"
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", cfi, got, want)
		}
	}
	_, f := briefs(t, `{"target":{"source":"EPUB/x/c%201.xhtml","selector":{"type":"TextPositionSelector","start":6,"end":9}},"bodyValue":"hm"}`, "", copies)
	if s := f.Remarks[0].Seen; s.Words != "One" {
		t.Errorf("characters 6 to 9 are %q after %q", s.Words, s.Before)
	}
}

// TestLanguageOfPlaces reads a word that names a place in some language by the language of the book.
func TestLanguageOfPlaces(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"en", "p. 12: too long", "comment p12 [] too long"},
		{"en", "Seite 12, Zeile 3: zu lang", "comment p12:3 [] zu lang"},
		{"en", "> the job\ns 12 of them were gone", "comment [the job] s 12 of them were gone"},
		{"en", "> the job\nc 12: a century", "comment [the job] c 12: a century"},
		{"de", "S. 12, Z. 3: zu lang", "comment p12:3 [] zu lang"},
		{"de", "p. 12, l. 3: too long", "comment p12:3 [] too long"},
		{"ru", "с. 12: длинно", "comment p12 [] длинно"},
		{"ru", "> слово\nстр. 12 лишняя", "highlight [слово];comment p12 [] лишняя"},
		{"ro", "Fila;Comentariu\n12;prea lung", "comment p12 [] prea lung"},
		{"es", "Fila;Archivo;Comentario\n12;a.md;largo", "comment [] largo"},
		{"ru", "Книга (Автор)\n- Ваш выделенный отрывок на странице 12 | Место 120-122 | Добавлено: вторник\n\nслово\n==========\n", "highlight p12 [слово]"},
	} {
		f, err := Read(t.Context(), "x", []byte(c.text), Subject{Language: c.language}, nil)
		if err != nil {
			t.Errorf("%s: %q: %v", c.language, c.text, err)
			continue
		}
		var got []string
		for _, r := range f.Remarks {
			got = append(got, brief(r))
			if c.language == "es" && r.Seen.Row != 12 {
				t.Errorf("the row of %q is %d", c.text, r.Seen.Row)
			}
		}
		if s := strings.Join(got, ";"); s != c.want {
			t.Errorf("%s: %q\ngot  %s\nwant %s", c.language, c.text, s, c.want)
		}
	}
}
