package production

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"io"
	"time"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/preflight"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/sheet"
	"octavo/cmd/octavo/internal/svg"
	"octavo/cmd/octavo/internal/trade"
)

// Sheet makes the sheet for booksellers and reviewers as a PDF and for browsers, and puts both in their places: in the build folder, with
// their lines in the manifest, or in another that the user names. It returns them with the folder's name. Where there is none, what is wrong
// with the book is in p.Found.
func Sheet(ctx context.Context, p *project.Project, folder string) (made []Output, where string, err error) {
	if !p.Usable(diag.Everything) {
		return nil, "", nil
	}
	d, err := p.OpenOutputs(ctx, folder, project.BuildFolder)
	if err != nil {
		return nil, "", err
	}
	defer d.Discard()
	err = parallel.Interruptible(ctx, func() (err error) { made, err = makeSheet(p, d); return err })
	switch {
	case err != nil:
		return nil, "", err
	case p.Found.Stops(diag.Everything):
		return nil, "", nil
	case folder == "":
		err = Publish(ctx, p, d, made)
	default:
		err = d.Commit(ctx)
	}
	return made, d.Name(), err
}

// sheetName begins the names of the files of a sheet.
func sheetName(slug string) string { return slug + "-sheet" }

// makeSheet makes both forms of a sheet. Where the book has errors, which it adds to p.Found, there is none.
func makeSheet(p *project.Project, d *outdir.Dir) ([]Output, error) {
	start := time.Now()
	in := p.Interior()
	p.Settle(append(in.Found, sheet.Missing(p.Cfg, p.Book)...))
	if p.Found.Stops(diag.Everything) {
		return nil, nil
	}
	content, err := sheetContent(p)
	if found, ok := p.Placed(err); ok {
		p.Settle(found)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	doc, fit, found := sheet.Set(p.Cfg, p.Fonts, content)
	found = append(found, trade.Missing(p.Cfg)...)
	found = append(found, page.MissingGlyphs(doc.Pages, nil, func(int, *page.Text, int) diag.Pos { return p.Cfg.Where("book.title") })...)
	p.Settle(found)
	if p.Found.Stops(diag.Everything) {
		return nil, nil
	}
	made := []Output{{pages: len(doc.Pages)}, {}}
	name := sheetName(p.Cfg.Book.Slug)
	if err := made[0].Make(d, name+".pdf", start, func(w io.Writer) error { return pdf.Write(w, doc, pdf.Screen) }); err != nil {
		return nil, err
	}
	if made[0].found, err = preflightOutput(p, made[0].File, preflight.Profile(pdf.Screen.Name)); err != nil {
		return nil, err
	}
	p.Settle(made[0].found)
	start = time.Now()
	return made, made[1].Make(d, name+".html", start, func(w io.Writer) error { return writeSheet(w, p, content, fit) })
}

// sheetContent gathers what the sheet tells of the book.
func sheetContent(p *project.Project) (*sheet.Content, error) {
	data, err := EPUBCover(p)
	if err != nil {
		return nil, err
	}
	size, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("cannot read the cover: %w", err)
	}
	in := p.Interior()
	return sheet.Gather(p.Cfg, p.Book, in.Doc.Pages, in.Pages, sheet.Picture{Data: data, Format: format, Width: size.Width, Height: size.Height})
}

// writeSheet writes the sheet for browsers.
func writeSheet(w io.Writer, p *project.Project, content *sheet.Content, fit sheet.Fit) error {
	var drawings [][]byte
	for _, pg := range content.Spread {
		var b bytes.Buffer
		if err := svg.Write(&b, pg); err != nil {
			return err
		}
		drawings = append(drawings, b.Bytes())
	}
	return sheet.HTML(w, p.Cfg, content, fit, drawings)
}
