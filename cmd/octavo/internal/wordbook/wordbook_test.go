package wordbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/markdown"
)

// wordFile returns a Word file of a body and other parts: by their names under word/, each the inside of its root element.
func wordFile(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	const names = ` xmlns:w="w" xmlns:r="r" xmlns:wp="wp" xmlns:a="a" xmlns:m="m" xmlns:v="v" xmlns:o="o" xmlns:mc="mc" xmlns:wps="wps"`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, text string) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	rels := ""
	for _, name := range sortedKeys(parts) {
		switch {
		case name == "rels":
			rels += parts[name]
		case strings.Contains(name, "/"):
			add("word/"+name, parts[name])
		default:
			root := map[string]string{"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes", "header1": "hdr"}[name]
			add("word/"+name+".xml", "<w:"+root+names+">"+parts[name]+"</w:"+root+">")
			rels += fmt.Sprintf(`<Relationship Id="%s" Type="x/%s" Target="%s.xml"/>`, name, strings.TrimRight(name, "1"), name)
		}
	}
	add("word/_rels/document.xml.rels", "<Relationships>"+rels+"</Relationships>")
	add("word/document.xml", "<w:document"+names+"><w:body>"+body+"</w:body></w:document>")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readOf(t testing.TB, body string, parts map[string]string) *File {
	t.Helper()
	data := wordFile(t, body, parts)
	f, err := Read(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func run(text string, format ...string) string {
	rPr := ""
	for _, f := range format {
		rPr += "<w:" + f + "/>"
	}
	if rPr != "" {
		rPr = "<w:rPr>" + rPr + "</w:rPr>"
	}
	return "<w:r>" + rPr + `<w:t xml:space="preserve">` + text + "</w:t></w:r>"
}

func parag(style string, inside ...string) string {
	pPr := ""
	if style != "" {
		pPr = `<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
	}
	return "<w:p>" + pPr + strings.Join(inside, "") + "</w:p>"
}

func with(properties string, inside ...string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr>" + strings.Join(inside, "") + "</w:p>"
}

func styleOf(id, name, inside string) string {
	return `<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + name + `"/>` + inside + `</w:style>`
}

// TestForms reads paragraphs in their forms and compares them as Markdown.
func TestForms(t *testing.T) {
	styles := `<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>` +
		styleOf("berschrift1", "heading 1", `<w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>`) + styleOf("Mine", "My Section", `<w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>`) +
		styleOf("T3", "Überschrift 3", "") + styleOf("Zitat", "Quote", `<w:rPr><w:i/></w:rPr>`) + styleOf("IQ", "Intense Quote", "") + styleOf("Code", "Source Code", "") + styleOf("V", "Verse", "") +
		styleOf("Cap", "caption", "") + styleOf("TOC1", "toc 1", "") + styleOf("LP", "List Paragraph", "") + styleOf("Loop", "Loop", `<w:basedOn w:val="Loop2"/>`) + styleOf("Loop2", "Loop2", `<w:basedOn w:val="Loop"/>`) +
		styleOf("Th", "Thought", `<w:rPr><w:i/></w:rPr>`) + `<w:style w:type="character" w:styleId="Hervorhebung"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>`
	numbering := `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
	item := func(num, level, text string) string {
		return with(`<w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+num+`"/></w:numPr>`, run(text))
	}
	field := func(instruction, result string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + instruction + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
			run(result) + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	for _, c := range []struct{ name, body, want string }{
		{"headings in any language and by level", parag("berschrift1", run("One")) + parag("Mine", run("Two")) + parag("T3", run("Three", "b")) + with(`<w:outlineLvl w:val="3"/>`, run("Four")),
			"# One\n\n## Two\n\n### Three\n\n#### Four\n"},
		{"formats", parag("", run("a "), run("b ", "i"), run("c", "b"), run(" d"), run("2", `vertAlign w:val="superscript"`), run(" "), run("caps", "smallCaps"), run(" "), run("u", `u w:val="single"`), run(" "), run("s", "strike"), run(" "), run("m", `highlight w:val="yellow"`)),
			"a *b* **c** d^2^ [caps]{.smallcaps} [u]{.underline} ~~s~~ ==m==\n"},
		{"formats in pieces", parag("", run("one ", "i"), run("two", "i"), run(" three ", "i", "b"), run("four", "b")), "*one two __three__* **four**\n"},
		{"a format that is off", parag("", run("a ", `i w:val="0"`), run("b", `b w:val="false"`)), "a b\n"},
		{"a style of characters", parag("", `<w:r><w:rPr><w:rStyle w:val="Hervorhebung"/></w:rPr><w:t>em</w:t></w:r>`), "*em*\n"},
		{"a style of paragraphs in italics", parag("Th", run("He wondered.")), "*He wondered.*\n"},
		{"styles in a ring", parag("Loop", run("text")), "text\n"},
		{"lists", item("1", "0", "a") + item("1", "1", "b") + item("1", "1", "c") + item("1", "0", "d") + parag("", run("between")) + item("1", "0", "e") + item("3", "0", "f") + item("2", "0", "g") + item("2", "1", "h"),
			"1. a\n   a. b\n   b. c\n2. d\n\nbetween\n\n3. e\n\n1) f\n\n- g\n  - h\n"},
		{"an item with a paragraph", item("2", "0", "a") + parag("LP", run("more")) + item("2", "0", "b"), "- a\n\n  more\n\n- b\n"},
		{"typed bullets", parag("", run("• one")) + parag("", run("•"), "<w:r><w:tab/></w:r>", run("two")) + parag("", run("end")), "- one\n- two\n\nend\n"},
		{"a quotation with its source", parag("Zitat", run("Nothing burns twice.")) + parag("Zitat", run("— A keeper")), "> Nothing burns twice.\n>\n> -- A keeper\n"},
		{"a quotation by indents", with(`<w:ind w:left="720" w:right="720"/>`, run("Said so.")) + parag("", run("end")), "> Said so.\n\nend\n"},
		{"verse by soft breaks", parag("IQ", run("The lamp is low,"), "<w:r><w:br/></w:r>", run("the tide is slow")), "> The lamp is low,\\\n> the tide is slow\n"},
		{"verse by style", parag("V", run("One")) + parag("V", run("two")) + parag("V") + parag("V", run("three")), "| One\n| two\n|\n| three\n"},
		{"code", parag("Code", run("if x {"), "<w:r><w:br/></w:r>", run("  y()")) + parag("Code", run("}")), "```\nif x {\n  y()\n}\n```\n"},
		{"a break between scenes", parag("", run("a")) + parag("", run("* * *")) + parag("", run("b")) + with(`<w:jc w:val="center"/>`, run("#")) + parag("", run("c")) + with(`<w:pBdr><w:bottom w:val="single"/></w:pBdr>`) + parag("", run("d")),
			"a\n\n* * *\n\nb\n\n* * *\n\nc\n\n* * *\n\nd\n"},
		{"a page break", parag("", run("a"), `<w:r><w:br w:type="page"/></w:r>`) + parag("", run("b")), "a\n\n<!-- pagebreak -->\n\nb\n"},
		{"a page break before a heading", parag("", run("a"), `<w:r><w:br w:type="page"/></w:r>`) + parag("berschrift1", run("b")), "a\n\n# b\n"},
		{"links", parag("", `<w:hyperlink r:id="h1">`+run("site")+`</w:hyperlink>`, run(" "), field(`HYPERLINK "https://b.example.org/" \o "tip"`, "field"), run(" "), `<w:hyperlink w:anchor="_Toc1">`+run("there")+`</w:hyperlink>`),
			"[site](https://a.example.org/) [field](https://b.example.org/) [there](#_Toc1)\n"},
		{"fields", parag("", run("see "), field(`REF _Ref1 \h`, "figure 3"), run(" on "), field("PAGE", "7")), "see [figure 3](#_Ref1) on 7\n"},
		{"a table of contents", parag("TOC1", field(`TOC \o "1-3"`, "One 3")) + parag("", run("text")), "text\n"},
		{"a table of contents over paragraphs", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("One 1") + `</w:p>` +
			parag("", run("Two 2"), `<w:r><w:fldChar w:fldCharType="end"/></w:r>`) + parag("", run("text")), "text\n"},
		{"notes", parag("", run("a"), `<w:r><w:footnoteReference w:id="2"/></w:r>`, run(" b"), `<w:r><w:endnoteReference w:id="2"/></w:r>`), "a[^1] b[^2]\n\n[^1]: Foot *one*.\n\n    Two.\n\n[^2]: End.\n"},
		{"a note with a sign of its own", parag("", run("a"), `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>`, run(" b")), "a[^1] b\n\n[^1]: Foot *one*.\n\n    Two.\n"},
		{"tracked changes", parag("", run("a "), `<w:ins w:author="A">`+run("new ")+`</w:ins><w:del w:author="A"><w:r><w:delText>old </w:delText></w:r></w:del><w:moveFrom>`+run("from")+`</w:moveFrom><w:moveTo>`+run("to")+`</w:moveTo>`), "a new to\n"},
		{"a deleted end of a paragraph", with(`<w:rPr><w:del w:author="A"/></w:rPr>`, run("one ")) + parag("", run("two")), "one two\n"},
		{"signs", parag("", `<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:tab/><w:t>d</w:t><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>`), "a\u2011b\u00ADc dα→\n"},
		{"a formula", parag("", run("so "), `<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b+c</m:t></m:r></m:den></m:f></m:oMath>`), "so a/(b+c)\n"},
		{"content controls", `<w:sdt><w:sdtContent>` + parag("", `<w:sdt><w:sdtContent>`+run("inside")+`</w:sdtContent></w:sdt><w:smartTag>`+run(" too")+`</w:smartTag>`) + `</w:sdtContent></w:sdt>`, "inside too\n"},
		{"a prompt", parag("", run("a"), `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+run("Click here")+`</w:sdtContent></w:sdt>`), "a\n"},
		{"a text box", parag("", run("a"), `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>`+parag("", run("boxed"))+`</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>`+parag("", run("boxed"))+`</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`), "a\n\nboxed\n"},
		{"a picture", parag("", `<w:r><w:drawing><wp:inline><wp:extent cx="1000" cy="1000"/><wp:docPr id="1" name="Picture 1" descr="A  door"/><a:blip r:embed="i1"/></wp:inline></w:drawing></w:r>`) + parag("Cap", run("The door.")), "![A door](door.png \"The door.\")\n"},
		{"a table", `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>` + parag("", run("A", "b")) + `</w:tc><w:tc>` + parag("", run("B", "b")) + `</w:tc></w:tr><w:tr><w:tc>` + parag("", run("1")) + parag("", run("2")) + `</w:tc><w:tc>` + with(`<w:jc w:val="right"/>`, run("x|y")) + `</w:tc></w:tr></w:tbl>`,
			"| A      | B    |\n| ------ | ---: |\n| 1<br>2 | x\\|y |\n"},
		{"merged cells", `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + parag("", run("AB")) + `</w:tc></w:tr><w:tr><w:tc>` + parag("", run("1")) + `</w:tc><w:tc>` + parag("", run("2")) + `</w:tc></w:tr></w:tbl>`,
			"|     |     |\n| --- | --- |\n| AB  |     |\n| 1   | 2   |\n"},
		{"a table of one cell", `<w:tbl><w:tr><w:tc>` + parag("", run("boxed")) + `</w:tc></w:tr></w:tbl>`, "boxed\n"},
		{"lines at the right", with(`<w:jc w:val="right"/>`, run("Yours,")) + with(`<w:jc w:val="end"/>`, run("Ada")), "::: right\n\nYours,\n\nAda\n\n:::\n"},
	} {
		f := readOf(t, c.body, map[string]string{
			"styles": styles, "numbering": numbering,
			"footnotes": `<w:footnote w:type="separator" w:id="0">` + parag("", run("---")) + `</w:footnote><w:footnote w:id="2">` + parag("", `<w:r><w:footnoteRef/></w:r>`, run(" Foot "), run("one", "i"), run(".")) + parag("", run("Two.")) + `</w:footnote>`,
			"endnotes":  `<w:endnote w:id="2">` + parag("", run("End.")) + `</w:endnote>`,
			"rels":      `<Relationship Id="h1" Type="x/hyperlink" Target="https://a.example.org/" TargetMode="External"/><Relationship Id="i1" Type="x/image" Target="media/door.png"/>`, "media/door.png": "png",
		})
		if got := string(markdown.Blocks(f.Blocks, markdown.Typed)); got != c.want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestRemarks holds what is told of what has no form in a book.
func TestRemarks(t *testing.T) {
	f := readOf(t, parag("", run("Seen"), run("unseen", "vanish"))+parag("", `<w:r><w:sym w:font="Wingdings" w:char="F001"/></w:r>`, run("x"))+
		parag("", `<w:r><w:drawing><wp:inline><wp:docPr descr="A chart"/><c:chart/></wp:inline></w:drawing></w:r>`, run("y"))+
		parag("", `<w:r><w:drawing><wp:inline><wp:docPr descr="Old"/><a:blip r:embed="i1"/></wp:inline></w:drawing></w:r>`, run("z"))+
		parag("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE "bells"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`, run("w"))+
		parag("", `<w:ins>`+run("q")+`</w:ins>`)+parag("")+parag("", run("after the line"))+parag("", run("1"))+parag("", run("2"))+parag("", run("3"))+parag("", run("4")),
		map[string]string{"header1": parag("", run("Running head")), "rels": `<Relationship Id="i1" Type="x/image" Target="media/old.emf"/>`})
	got := map[Kind]string{}
	for _, r := range f.Remarks {
		got[r.Kind] = fmt.Sprintf("%d %s|%s", r.Paragraph, r.Near, r.Words)
	}
	for kind, want := range map[Kind]string{
		HiddenText: "1 Seenunseen|unseen", Symbol: "2 x|Wingdings 01", Drawing: "3 y|A chart", PictureFormat: "4 z|old.emf", IndexEntry: "5 w|bells",
		TrackedChange: "0 |1 insertions, 0 deletions", Header: "0 |Running head", EmptyLine: "8 after the line|",
	} {
		if got[kind] != want {
			t.Errorf("kind %d: %q, want %q", kind, got[kind], want)
		}
	}
	if len(f.Remarks) != 8 {
		t.Errorf("%v", f.Remarks)
	}
}

// TestRemarksUnderHeadings: a remark knows the heading above it.
func TestRemarksUnderHeadings(t *testing.T) {
	hidden := parag("", run("a"), run("b", "vanish"))
	f := readOf(t, hidden+parag("Heading1", run("One"))+hidden+parag("Heading1", run("Two"))+hidden, nil)
	var got []string
	for _, r := range f.Remarks {
		if r.Under == nil {
			got = append(got, "-")
			continue
		}
		got = append(got, string(markdown.Blocks([]book.Block{r.Under}, markdown.Typed)))
	}
	if s := strings.Join(got, "|"); s != "-|# One\n|# Two\n" {
		t.Errorf("%q", s)
	}
}
