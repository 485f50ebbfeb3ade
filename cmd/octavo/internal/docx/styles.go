package docx

import (
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/bidi"
	"octavo/cmd/octavo/internal/book"
)

// separators are the two notes that every file needs: the separator and the continuation separator.
const separators = `<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>` +
	`<w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr>` +
	`<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>` + "\n"

// settings turns change tracking on.
const settings = `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:trackRevisions/>` +
	`<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>` +
	`<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>` +
	`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

// bullets is the number of the list with bullets; those with numbers follow it.
const bullets = 1

// numberedList is the first number of an ordered list, and how its numbers are written.
type numberedList struct {
	first int
	book.Numerals
}

// numberFormats are Word's names of figures.
var numberFormats = map[book.Figures]string{book.Arabic: "decimal", book.SmallLetters: "lowerLetter", book.CapitalLetters: "upperLetter",
	book.SmallRoman: "lowerRoman", book.CapitalRoman: "upperRoman"}

// numbering returns the lists: one with bullets, and for each numbered list one that begins with its first number.
func numbering(lists []numberedList) string {
	var b strings.Builder
	b.WriteString(`<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`)
	for kind, id := range []string{"bullet", "decimal"} {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/>`, kind)
		for level := range maxLevel + 1 {
			sign := []string{"•", "–", "·"}[level%3]
			if kind == 1 {
				sign = fmt.Sprintf("%%%d.", level+1)
			}
			left := indent * (level + 1)
			fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/>`+
				`<w:pPr><w:ind w:left="%d" w:hanging="%d"/></w:pPr></w:lvl>`, level, id, sign, left, indent/2)
		}
		b.WriteString("</w:abstractNum>")
	}
	fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="0"/></w:num>`, bullets)
	for i, l := range lists {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/>`, bullets+1+i)
		for level := range maxLevel + 1 {
			fmt.Fprintf(&b, `<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/>`, level, l.first)
			if l.Numerals != (book.Numerals{}) {
				sign := strings.Replace(book.Numerals{Signs: l.Signs}.Label(0), "0", fmt.Sprintf("%%%d", level+1), 1)
				left := indent * (level + 1)
				fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="%d"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/>`+
					`<w:pPr><w:ind w:left="%d" w:hanging="%d"/></w:pPr></w:lvl>`, level, l.first, numberFormats[l.Figures], sign, left, indent/2)
			}
			b.WriteString("</w:lvlOverride>")
		}
		b.WriteString("</w:num>")
	}
	b.WriteString("</w:numbering>")
	return b.String()
}

// style is one style of paragraphs.
type style struct {
	id, name, base, next string
	paragraph, run       string // properties
}

// Line spacing: 480 is double, 240 single.
var paragraphStyles = []style{
	{"BodyText", "Body Text", "Normal", "BodyText", `<w:ind w:firstLine="720"/>`, ""},
	{"Title", "Title", "Normal", "Subtitle", `<w:jc w:val="center"/>`, "<w:caps/>"},
	{"Subtitle", "Subtitle", "Normal", "BodyText", `<w:jc w:val="center"/>`, ""},
	{"Contact", "Contact", "Normal", "Contact", `<w:spacing w:line="276" w:lineRule="auto"/>`, ""},
	{"Notice", "Notice", "Normal", "Notice", `<w:spacing w:line="276" w:lineRule="auto"/><w:jc w:val="center"/>`, ""},
	{"Part", "Part", "Normal", "BodyText", `<w:keepNext/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>`, "<w:caps/>"},
	{"ChapterNumber", "Chapter Number", "Normal", "Heading1", `<w:keepNext/><w:jc w:val="center"/>`, ""},
	{"Heading1", "heading 1", "Normal", "BodyText", `<w:keepNext/><w:spacing w:after="480"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>`, ""},
	{"Heading2", "heading 2", "Normal", "BodyText", `<w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="1"/>`, "<w:b/>"},
	{"Heading3", "heading 3", "Normal", "BodyText", `<w:keepNext/><w:outlineLvl w:val="2"/>`, "<w:b/><w:i/>"},
	{"Heading4", "heading 4", "Normal", "BodyText", `<w:keepNext/><w:outlineLvl w:val="3"/>`, "<w:i/>"},
	{"Heading5", "heading 5", "Normal", "BodyText", `<w:keepNext/><w:outlineLvl w:val="4"/>`, "<w:i/>"},
	{"Heading6", "heading 6", "Normal", "BodyText", `<w:keepNext/><w:outlineLvl w:val="5"/>`, "<w:i/>"},
	{"Maxim", "Maxim", "Heading2", "BodyText", `<w:keepLines/><w:spacing w:before="0"/>`, ""},
	{"EntryLine", "Entry Line", "Normal", "Maxim", `<w:spacing w:before="360" w:line="240" w:lineRule="auto"/>`, `<w:color w:val="595959"/><w:sz w:val="18"/>`},
	{"Quote", "Quote", "Normal", "Quote", `<w:ind w:left="720" w:right="720"/>`, ""},
	{"Verse", "Verse", "Normal", "Verse", "", ""},
	{"Attribution", "Attribution", "Normal", "BodyText", `<w:jc w:val="right"/>`, ""},
	{"ListParagraph", "List Paragraph", "Normal", "ListParagraph", `<w:ind w:left="720"/>`, ""},
	{"Term", "Term", "Normal", "Quote", "<w:keepNext/>", "<w:b/>"},
	{"SceneBreak", "Scene Break", "Normal", "BodyText", `<w:jc w:val="center"/>`, ""},
	{"Code", "Code", "Normal", "Code", `<w:spacing w:before="120" w:after="240" w:line="276" w:lineRule="auto"/>`,
		`<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:sz w:val="20"/>`},
	{"Picture", "Picture", "Normal", "Caption", `<w:spacing w:before="240" w:after="120" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>`, ""},
	{"Caption", "caption", "Normal", "BodyText", `<w:spacing w:after="240" w:line="276" w:lineRule="auto"/><w:jc w:val="center"/>`, "<w:i/>"},
	{"TableText", "Table Text", "Normal", "TableText", `<w:spacing w:before="40" w:after="40" w:line="264" w:lineRule="auto"/>`, ""},
	{"Nothing", "Nothing", "Normal", "BodyText", `<w:spacing w:line="240" w:lineRule="exact"/>`, ""},
	{"FootnoteText", "footnote text", "Normal", "FootnoteText", "", ""},
	{"Header", "header", "Normal", "Header", `<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="right"/>`, ""},
	{"Footer", "footer", "Normal", "Footer", `<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>`, `<w:color w:val="595959"/><w:sz w:val="18"/>`},
}

// styleSheet returns the styles. Those of a file of which some text is written from the right hold for complex scripts too.
func styleSheet(font, language string, fromRight bool) string {
	bidiLanguage := ""
	if bidi.OfLanguage(language) == bidi.RightToLeft {
		bidiLanguage = ` w:bidi="` + language + `"`
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>`+
		`<w:rFonts w:ascii="%[1]s" w:hAnsi="%[1]s" w:eastAsia="%[1]s" w:cs="%[1]s"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="%[2]s"%[3]s/>`+
		`</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="480" w:lineRule="auto"/></w:pPr></w:pPrDefault>`+
		`</w:docDefaults>`+
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`+
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>`+
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr>`+
		`<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>`+
		`</w:tblPr></w:style>`+
		`<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`+
		`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>`,
		escape(font), language, bidiLanguage)
	for _, s := range paragraphStyles {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="%s"/><w:next w:val="%s"/><w:qFormat/>`,
			s.id, s.name, s.base, s.next)
		if s.paragraph != "" {
			fmt.Fprintf(&b, "<w:pPr>%s</w:pPr>", s.paragraph)
		}
		if fromRight {
			s.run = forComplexScripts(s.run)
		}
		if s.run != "" {
			fmt.Fprintf(&b, "<w:rPr>%s</w:rPr>", s.run)
		}
		b.WriteString("</w:style>\n")
	}
	border := ""
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		border += fmt.Sprintf(`<w:%s w:val="single" w:sz="4" w:space="0" w:color="auto"/>`, side)
	}
	fmt.Fprintf(&b, `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr>`+
		`<w:tblBorders>%s</w:tblBorders></w:tblPr></w:style></w:styles>`, border)
	return b.String()
}
