package docx

import (
	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/formula"
)

const mathNamespace = ` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`

// math writes a formula in Office Math (ECMA-376, part 1, 22.1), which Word edits as such.
func (d *document) math(m *book.Math) {
	if m.Layout == formula.Display {
		d.WriteString("<m:oMathPara" + mathNamespace + ">")
		defer d.WriteString("</m:oMathPara>")
	}
	d.WriteString("<m:oMath" + mathNamespace + ">")
	d.mathRow(m.Row)
	d.WriteString("</m:oMath>")
}

func (d *document) mathRow(row formula.Row) {
	for _, n := range row {
		d.mathNode(n)
	}
}

// mathPart writes a row as an argument of an element.
func (d *document) mathPart(name string, row formula.Row) {
	d.WriteString("<m:" + name + ">")
	d.mathRow(row)
	d.WriteString("</m:" + name + ">")
}

func (d *document) mathNode(n formula.Node) {
	switch n := n.(type) {
	case formula.Row:
		d.mathRow(n)
	case *formula.Symbol:
		style := "i"
		switch {
		case n.Face == formula.Bold:
			style = "b"
		case n.Face == formula.Roman:
			style = "p"
		}
		d.put(`<m:r><m:rPr><m:sty m:val="`+style+`"/></m:rPr><m:t xml:space="preserve">`, escape(n.Text), "</m:t></m:r>")
	case *formula.Words:
		d.put(`<m:r><m:rPr><m:nor/></m:rPr><m:t xml:space="preserve">`, escape(n.Text), "</m:t></m:r>")
	case formula.Space:
		if n > 3 {
			d.WriteString(`<m:r><m:rPr><m:nor/></m:rPr><m:t xml:space="preserve"> </m:t></m:r>`)
		}
	case *formula.Scripts:
		d.mathScripts(n)
	case *formula.Fraction:
		d.WriteString("<m:f>")
		if n.Bare {
			d.WriteString(`<m:fPr><m:type m:val="noBar"/></m:fPr>`)
		}
		d.mathPart("num", n.Over)
		d.mathPart("den", n.Under)
		d.WriteString("</m:f>")
	case *formula.Root:
		d.WriteString("<m:rad>")
		if n.Index == nil {
			d.WriteString(`<m:radPr><m:degHide m:val="1"/></m:radPr>`)
		}
		d.mathPart("deg", n.Index)
		d.mathPart("e", n.Of)
		d.WriteString("</m:rad>")
	case *formula.Fenced:
		d.put(`<m:d><m:dPr><m:begChr m:val="`, escape(n.Open), `"/><m:endChr m:val="`, escape(n.Close), `"/></m:dPr>`)
		d.mathPart("e", n.Inside)
		d.WriteString("</m:d>")
	case *formula.Accented:
		d.mathAccent(n)
	}
}

// mathScripts writes a base with its scripts, which stand below and above it where the formula says so.
func (d *document) mathScripts(n *formula.Scripts) {
	base := formula.Row{n.Base}
	if n.Limits {
		inner := func() { d.mathPart("e", base) }
		if n.Sup != nil {
			d.WriteString("<m:limUpp><m:e>")
		}
		if n.Sub != nil {
			d.WriteString("<m:limLow>")
			inner()
			d.mathPart("lim", n.Sub)
			d.WriteString("</m:limLow>")
		} else {
			d.mathRow(base)
		}
		if n.Sup != nil {
			d.WriteString("</m:e>")
			d.mathPart("lim", n.Sup)
			d.WriteString("</m:limUpp>")
		}
		return
	}
	name := "sSubSup"
	switch {
	case n.Sup == nil:
		name = "sSub"
	case n.Sub == nil:
		name = "sSup"
	}
	d.WriteString("<m:" + name + ">")
	d.mathPart("e", base)
	if n.Sub != nil {
		d.mathPart("sub", n.Sub)
	}
	if n.Sup != nil {
		d.mathPart("sup", n.Sup)
	}
	d.WriteString("</m:" + name + ">")
}

// mathMarks are the accents as characters that combine.
var mathMarks = map[string]string{"ˆ": "\u0302", "˜": "\u0303", "˙": "\u0307", "¨": "\u0308", "´": "\u0301", "`": "\u0300", "˘": "\u0306",
	"ˇ": "\u030C", "→": "\u20D7"}

func (d *document) mathAccent(n *formula.Accented) {
	if n.Mark.Wide {
		pos := "top"
		if n.Under {
			pos = "bot"
		}
		d.WriteString(`<m:bar><m:barPr><m:pos m:val="` + pos + `"/></m:barPr>`)
		d.mathPart("e", n.Over)
		d.WriteString("</m:bar>")
		return
	}
	d.put(`<m:acc><m:accPr><m:chr m:val="`, mathMarks[n.Mark.Text], `"/></m:accPr>`)
	d.mathPart("e", n.Over)
	d.WriteString("</m:acc>")
}
