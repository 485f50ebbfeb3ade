package feedback

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/exports"
)

// Forms lists all forms of files that [Read] knows, by program.
func Forms() []exports.Form {
	own := []exports.Form{
		{Program: "any PDF reader", File: "*.pdf", How: "highlight words, write notes, strike out, insert; then send the file"},
		{Program: "Acrobat, Xodo", File: "*.fdf, *.xfdf", How: "export the comments"},
		{Program: "Word", File: "*.docx", How: "comment and track changes; then send the file"},
		{Program: "LibreOffice", File: "*.odt, *.docx", How: "comment and record changes; then send the file"},
	}
	list := exports.Forms()
	slices.SortStableFunc(list, func(a, b exports.Form) int { return strings.Compare(group(a.Program), group(b.Program)) })
	return append(own, list...)
}

// group sorts what is no program's name behind those that are.
func group(program string) string {
	if strings.HasPrefix(program, "a ") {
		return "~" + program
	}
	return strings.ToLower(program)
}

// PrintForms prints what readers can send, and how they get it: an author may hand it on to them.
func PrintForms(w io.Writer) error {
	var b strings.Builder
	b.WriteString(`What a reader of yours can send, and how to get it. Any language will do. Put the files
in one folder, and run: octavo feedback FOLDER/*

`)
	list := Forms()
	for i, f := range list {
		switch {
		case i > 0 && f.Program == list[i-1].Program && f.How == list[i-1].How:
			continue
		case i > 0 && f.Program == list[i-1].Program:
			f.Program = ""
		}
		for _, next := range list[i+1:] { // files that are got in the same way
			if next.Program != list[i].Program || next.How != f.How {
				break
			}
			f.File += ", " + next.File
		}
		fmt.Fprintf(&b, "  %-18s %s\n  %-18s   %s\n", f.Program, f.File, "", f.How)
	}
	b.WriteString(`
Files are recognised by what is in them, not by their names. A ZIP of what e-readers export
will do too. Marks on other books are left out. A remark on a word or two is placed where
the words around it, the page or the heading agree.
`)
	_, err := io.WriteString(w, b.String())
	return err
}
