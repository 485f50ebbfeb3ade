package docx

import (
	"octavo/cmd/octavo/internal/opc"

	"archive/zip"
	"bytes"
	"fmt"

	"slices"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/timing"
)

// wordFile returns a file with a text and, when there are any, comments.
func wordFile(t testing.TB, text, comments, extended string) []byte {
	t.Helper()
	const w = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="w14" xmlns:w15="w15" xmlns:mc="mc"`
	texts := map[string]string{"word/document.xml": "<w:document" + w + "><w:body>" + text + "</w:body></w:document>"}
	rels := ""
	if comments != "" {
		texts["word/comments.xml"] = "<w:comments" + w + ">" + comments + "</w:comments>"
		texts["word/commentsExtended.xml"] = "<w15:commentsEx" + w + ">" + extended + "</w15:commentsEx>"
		rels = `<Relationship Id="a" Type="x/comments" Target="/word/comments.xml"/><Relationship Id="b" Type="x/commentsExtended" Target="commentsExtended.xml"/>`
	}
	texts["word/_rels/document.xml.rels"] = "<Relationships>" + rels + "</Relationships>"
	names := []string{"word/document.xml", "word/_rels/document.xml.rels"}
	if comments != "" {
		names = append(names, "word/comments.xml", "word/commentsExtended.xml")
	}
	return packed(t, names, texts)
}

func readOf(t testing.TB, file []byte) *Edited {
	t.Helper()
	e, err := Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestTexts holds paragraphs before and after the changes in them against what they must be.
func TestTexts(t *testing.T) {
	run := func(s string) string { return "<w:r><w:t>" + s + "</w:t></w:r>" }
	del := func(s string) string {
		return `<w:del w:author="A"><w:r><w:delText>` + s + `</w:delText></w:r></w:del>`
	}
	ins := func(s string) string { return `<w:ins w:author="A">` + run(s) + `</w:ins>` }
	for _, c := range []struct{ name, xml, was, now, edits string }{
		{"plain", run("one ") + "<w:r><w:tab/><w:br/><w:noBreakHyphen/></w:r>" + run("two"), "one \t\n\u2011two", "one \t\n\u2011two", ""},
		{"insertion", run("a ") + ins("b ") + run("c"), "a c", "a b c", `"a "-""+"b ""c"`},
		{"deletion", run("a ") + del("b ") + run("c"), "a b c", "a c", `"a "-"b "+"""c"`},
		{"replacement, new first", run("a ") + ins("x") + del("b") + run(" c"), "a b c", "a x c", `"a "-"b"+"x"" c"`},
		{"in pieces", run("a ") + del("b") + del("c") + ins("x") + ins("y") + run(" d"), "a bc d", "a xy d", `"a "-"bc"+"xy"" d"`},
		{"two places", ins("x") + run("a") + ins("y"), "a", "xay", `""-""+"x""a"|"a"-""+"y"""`},
		{"came and went", run("a") + `<w:ins w:author="A"><w:del w:author="B"><w:r><w:delText>b</w:delText></w:r></w:del></w:ins>` + run("c"), "ac", "ac", ""},
		{"moved", run("a ") + `<w:moveFrom w:author="A">` + run("b") + `</w:moveFrom>` + run(" c"), "a b c", "a  c", `"a "-"b"+""" c"moved`},
		{"a field", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
			run("7") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`, "7", "7", ""},
		{"bold and not italic", `<w:r><w:rPr><w:b/><w:rPrChange w:author="A"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>`, "a", "a",
			`""-"a"+""""not italic, bold`},
		{"a text box, once for new programs and once for old ones", run("a") + `<w:r><mc:AlternateContent><mc:Choice>` + run("") +
			`</mc:Choice><mc:Fallback>` + run("b") + `</mc:Fallback></mc:AlternateContent></w:r>`, "a", "a", ""},
		{"a paragraph parted", `<w:pPr><w:rPr><w:ins w:author="A"/></w:rPr></w:pPr>` + run("a"), "a", "a", `"a"-""+"¶"""`},
		{"another numbering", `<w:pPr><w:numPr><w:ins w:author="A"/></w:numPr></w:pPr>` + run("a"), "a", "a", ""},
		{"by two hands", ins("x") + strings.ReplaceAll(ins("y"), `"A"`, `"B"`) + run("a"), "a", "xya", `""-""+"x""a"|""-""+"y""a"`},
		{"a note marked twice", run("a") + `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF n </w:instrText></w:r>` +
			`<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("1") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + run("b"), "ab", "ab", ""},
	} {
		e := readOf(t, wordFile(t, "<w:p>"+c.xml+"</w:p>", "", ""))
		if len(e.Paragraphs) != 1 {
			t.Errorf("%s: %d paragraphs", c.name, len(e.Paragraphs))
			continue
		}
		var edits []string
		for _, x := range e.Edits {
			s := fmt.Sprintf("%q-%q+%q%q%s", x.Before, x.Old, x.New, x.After, x.Format)
			if x.Moved {
				s += "moved"
			}
			edits = append(edits, s)
		}
		if p := e.Paragraphs[0]; p.Was != c.was || p.Now != c.now || strings.Join(edits, "|") != c.edits {
			t.Errorf("%s: %q became %q by %s; want %q, %q, %s", c.name, p.Was, p.Now, strings.Join(edits, "|"), c.was, c.now, c.edits)
		}
	}
}

func TestComments(t *testing.T) {
	say := func(id, para, text string) string {
		return fmt.Sprintf(`<w:comment w:id="%s" w:author="A"><w:p w14:paraId="%s"><w:r><w:t>%s</w:t></w:r></w:p></w:comment>`, id, para, text)
	}
	text := `<w:p><w:r><w:t>one </w:t></w:r><w:commentRangeStart w:id="1"/><w:r><w:t>two</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>three</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>four</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:r><w:t> five</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>six </w:t></w:r><w:r><w:commentReference w:id="2"/></w:r><w:r><w:t>seven</w:t></w:r></w:p>`
	e := readOf(t, wordFile(t, text, say("1", "1a", "long")+say("2", "2a", "point")+say("3", "3a", "answer")+say("4", "4a", "answer to it")+
		say("5", "5a", "nowhere")+say("6", "6a", "round")+say("7", "7a", "about"),
		`<w15:commentEx w15:paraId="3A" w15:paraIdParent="1a"/><w15:commentEx w15:paraId="4a" w15:paraIdParent="3a"/><w15:commentEx w15:paraId="2a" w15:done="1"/>`+
			`<w15:commentEx w15:paraId="6a" w15:paraIdParent="7a"/><w15:commentEx w15:paraId="7a" w15:paraIdParent="6a"/>`))
	var got []string
	for _, c := range e.Comments {
		s := fmt.Sprintf("%d %q|%q|%q %s", c.Paragraph, c.Before, c.Words, c.After, c.Text)
		for _, r := range c.Replies {
			s += " / " + r.Text
		}
		if c.Done {
			s += " done"
		}
		got = append(got, s)
	}
	want := []string{`0 "one "|"two\nthree\nfour"|" five" long / answer / answer to it`, `3 "six "|""|"seven" point done`,
		`-1 ""|""|"" nowhere`, `-1 ""|""|"" round`, `-1 ""|""|"" about`}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestReadErrors(t *testing.T) {
	good := markedUp(t, true)
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	w, _ := z.Create("word/document.xml")
	if !testing.Short() {
		for range 110 {
			w.Write(make([]byte, 1<<20))
		}
	}
	z.Close()
	var crowd bytes.Buffer
	z = zip.NewWriter(&crowd)
	for i := range opc.MaxEntries + 1 {
		z.Create(fmt.Sprint(i))
	}
	z.Close()
	odt := packed(t, []string{"content.xml"}, map[string]string{"content.xml": "<x/>"})
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"nothing":                  {nil, "no Word file"},
		"text":                     {[]byte("Hello"), "no Word file"},
		"an old file":              {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), "save it as .docx without one"},
		"rich text":                {[]byte(`{\rtf1 Hello}`), "Rich Text"},
		"OpenDocument":             {odt, "OpenDocument"},
		"another zip":              {packed(t, []string{"a"}, map[string]string{"a": "b"}), "it has no part word/document.xml"},
		"cut short":                {good[:len(good)/2], "cut short"},
		"a bomb":                   {bomb.Bytes(), "more than a manuscript can"},
		"a crowd":                  {crowd.Bytes(), "more than a manuscript can"},
		"deep":                     {wordFile(t, strings.Repeat("<w:p>", 1000)+strings.Repeat("</w:p>", 1000), "", ""), "more than a manuscript can"},
		"no end":                   {packed(t, []string{"word/document.xml"}, map[string]string{"word/document.xml": "<a><b></b>"}), "cut short"},
		"no XML":                   {packed(t, []string{"word/document.xml"}, map[string]string{"word/document.xml": "<a"}), "broken"},
		"a character that is none": {packed(t, []string{"word/document.xml"}, map[string]string{"word/document.xml": "<a>\x00</a>"}), "broken"},
	} {
		if name == "a bomb" && testing.Short() {
			continue
		}
		if _, err := Read(bytes.NewReader(c.file), int64(len(c.file))); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// FuzzRead takes any parts, and any bytes.
func FuzzRead(f *testing.F) {
	_, texts := parts(f, markedUp(f, true))
	f.Add([]byte(texts["word/document.xml"]), []byte(texts["word/comments.xml"]), []byte(texts["word/commentsExtended.xml"]), false)
	f.Add([]byte("<p><ins><r><t>a</t></r></ins></p>"), []byte(`<comment id="1"><p/></comment>`), []byte("<a/>"), false)
	f.Add(markedUp(f, false), []byte{}, []byte{}, true)
	rels := texts["word/_rels/document.xml.rels"]
	f.Fuzz(func(t *testing.T, document, comments, extended []byte, raw bool) {
		file := document
		if !raw {
			file = packed(t, []string{"word/document.xml", "word/comments.xml", "word/commentsExtended.xml", "word/_rels/document.xml.rels"},
				map[string]string{"word/document.xml": string(document), "word/comments.xml": string(comments),
					"word/commentsExtended.xml": string(extended), "word/_rels/document.xml.rels": rels})
		}
		e, err := Read(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			return
		}
		for _, c := range e.Comments {
			if c.Paragraph >= len(e.Paragraphs) {
				t.Errorf("a comment on paragraph %d of %d", c.Paragraph, len(e.Paragraphs))
			}
			if c.Paragraph >= 0 && !strings.HasPrefix(e.Paragraphs[c.Paragraph].Was, c.Before) {
				t.Errorf("before the words stands %q, not %q", e.Paragraphs[c.Paragraph].Was, c.Before)
			}
		}
		for _, x := range e.Edits {
			was := e.Paragraphs[x.Paragraph].Was
			if old := strings.TrimSuffix(x.Old, "¶"); was != x.Before+old+x.After && was != x.Before+x.Old+x.After {
				t.Errorf("%q is not %q, %q, %q", was, x.Before, x.Old, x.After)
			}
		}
	})
}

// TestPropertiesLinear reads a property in pieces at two sizes.
func TestPropertiesLinear(t *testing.T) {
	timing.Linear(t, 20_000, func(n int) {
		file := packed(t, []string{"custom.xml"}, map[string]string{"custom.xml": "<Properties><property name=\"" + copyProperty +
			"\"><vt:lpwstr>" + strings.Repeat("id<!-- -->", n) + "</vt:lpwstr></property></Properties>"})
		c, err := opc.Open(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		p := &reading{out: &Edited{}}
		if err := p.properties(c, "custom.xml"); err != nil || len(p.out.Copy) != 2*n {
			t.Fatalf("%v, %d bytes", err, len(p.out.Copy))
		}
	})
}
