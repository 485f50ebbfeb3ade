package production

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/bookdiff"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/docx"
	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/interior"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/reviewcopy"
	"octavo/cmd/octavo/internal/textstyle"
)

// readersText is the text of copies on paper: the book's pages and behind them those of its drafts, or a typescript.
type readersText struct {
	cfg        *config.Config
	fonts      *textstyle.Fonts
	doc        *page.Document
	pages      *pagemap.Map
	typescript bool
}

// setText sets the pages of copies on paper.
func (r *reviewing) setText(in project.Inside) error {
	r.bookPages = len(in.Doc.Pages)
	if r.layout == config.ManuscriptLayout {
		t := readersText{cfg: interior.TypescriptConfig(r.Cfg), typescript: true}
		var err error
		if t.fonts, err = textstyle.LoadFonts(t.cfg.Style, r.Cfg.Book.Language, r.Styles.ReadStyle); err != nil {
			var face *textstyle.FontError
			if !errors.As(err, &face) {
				return fmt.Errorf("cannot set a typescript: %w", err)
			}
			r.typescriptFont(face)
			return nil
		}
		if r.Fonts != nil { // what a typewriter has not, such as Greek, is better in the book's own type than missing
			t.fonts.FallBackOn(r.Fonts)
		}
		var found diag.List
		t.doc, t.pages, found = interior.Typescript(t.cfg, r.Book, t.fonts)
		r.Settle(found)
		for _, fault := range t.fonts.Faults() {
			r.typescriptFont(fault)
		}
		r.text = t
		return nil
	}
	r.text = readersText{cfg: r.Cfg, fonts: r.Fonts, doc: in.Doc, pages: in.Pages}
	pages, places, tree := interior.Drafts(r.Cfg, r.Book, r.Fonts, in.Pages)
	if len(pages) == 0 {
		return nil
	}
	r.Settle(page.OffPage(pages, nil, func(int) diag.Pos { return r.Cfg.Where("book") }))
	doc, all := *in.Doc, pagemap.Map{Pages: slices.Clone(in.Pages.Pages)}
	doc.Pages = append(slices.Clone(doc.Pages), pages...)
	for _, p := range places {
		p.Number += r.bookPages
		all.Pages = append(all.Pages, p)
	}
	if doc.Root != nil {
		root := *doc.Root
		root.Children = append(slices.Clone(root.Children), tree)
		doc.Root = &root
	}
	r.text.doc, r.text.pages = &doc, &all
	return nil
}

// typescriptFont adds what is wrong with one of the typescript's fonts. No style of the book names them: only files of the
// same names in its styles folder can be to blame.
func (r *reviewing) typescriptFont(err *textstyle.FontError) {
	var found diag.List
	pos, end := r.Cfg.Value("review.layout")
	found.Errorf("style-font", pos, "cannot set a typescript: %v", err).To(end).
		Note("take the font away from the book's styles/fonts folder, and the one inside octavo counts")
	r.Settle(found)
}

// maker writes one file; about is what the ledger is to know of it.
type maker struct {
	write func(io.Writer) error
	about ledger.Copy
}

// makers prepares what copies of one kind share.
func (r *reviewing) makers(jobs []reviewJob) ([]maker, error) {
	out := make([]maker, len(jobs))
	type kind struct {
		format  string
		since   *compared
		answers bool // in a PDF they are pages; the fonts of the other copies are not to know of them
	}
	groups := map[kind][]int{}
	var order []kind
	for i, j := range jobs {
		k := kind{j.format, j.since, j.format == "pdf" && r.answers.answers(j.copy.Reader.ID)}
		if _, ok := groups[k]; !ok {
			order = append(order, k)
		}
		groups[k] = append(groups[k], i)
	}
	for _, k := range order {
		var copies []reviewcopy.Copy
		for _, i := range groups[k] {
			copies = append(copies, jobs[i].copy)
		}
		var made []maker
		var err error
		switch k.format {
		case "pdf":
			made, err = r.pdfMakers(copies, k.since)
		case "docx":
			made = r.docxMakers(copies)
		case "epub":
			made, err = r.epubMakers(copies, k.since)
		}
		if err != nil {
			return nil, err
		}
		for n, i := range groups[k] {
			out[i] = made[n]
		}
	}
	return out, nil
}

// pdfMakers lays the pages out once, for all copies that show the same changes.
func (r *reviewing) pdfMakers(copies []reviewcopy.Copy, since *compared) ([]maker, error) {
	if r.Cfg.Lang.RightToLeft() {
		var found diag.List
		pos, end := r.Cfg.Value("book.language")
		found.Errorf("right-to-left", pos, "review copies in %s cannot be made as PDF: their sheets are laid out for text from the left to the right", r.Cfg.Book.Language).To(end).
			Note("give readers EPUBs: --format epub")
		r.Settle(found)
		return make([]maker, len(copies)), nil
	}
	t := r.text
	ask := &reviewcopy.Content{Inside: t.doc, Pages: t.pages, Book: r.bookPages, Revision: r.revision, Typescript: t.typescript,
		Width: r.Cfg.Print.Width, Height: r.Cfg.Print.Height}
	if since != nil {
		ask.Since, ask.Changed, ask.Changes = since.name, since.changes.At, reviewChanges(since.changes, r.Cfg.Lang)
	}
	sheets := reviewcopy.Set(t.cfg, r.Book, t.fonts, ask)
	stamps := make([]pdf.Copy, len(copies))
	for i, c := range copies {
		slots, missing := reviewcopy.Slots(t.cfg, t.fonts, ask, c)
		stamps[i] = pdf.Copy{ID: c.ID, Slots: slots, Own: r.ownPages(ask, &c, sheets.Front)}
		if len(missing) > 0 {
			pos, end := r.Cfg.Value(c.Reader.Path + ".name")
			r.Found.Warnf("glyph-missing", pos, "the fonts have no %q; the copy leaves it out of the reader's name", string(missing)).To(end).
				Note("the ledger has the whole name")
		}
		where := r.Cfg.Where(c.Reader.Path)
		r.Settle(page.OffPage(sheets.Doc.Pages, slots, func(int) diag.Pos { return where }))
		r.Settle(page.MissingGlyphs(sheets.Doc.Pages, slots, func(int, *page.Text, int) diag.Pos { return where }))
	}
	master, err := pdf.NewMaster(sheets.Doc, pdf.Screen, stamps)
	if err != nil {
		return nil, err
	}
	out := make([]maker, len(copies))
	for i := range copies {
		first := sheets.First
		if own := stamps[i].Own; own != nil {
			first += len(own.Pages)
		}
		out[i] = maker{func(w io.Writer) error { return master.Write(w, i) }, ledger.Copy{First: first,
			Recto: sheets.Recto.Points(), Verso: sheets.Verso.Points(), Top: sheets.Top.Points()}}
	}
	return out, nil
}

// epubMakers write EPUBs, of which all but a few lines is made once.
func (r *reviewing) epubMakers(copies []reviewcopy.Copy, since *compared) ([]maker, error) {
	assets, err := epubAssets(r.Project)
	if err != nil {
		return nil, err
	}
	b, rv := &r.Cfg.Book, &r.Cfg.Review
	l := r.Cfg.Lang
	w := &l.Review
	proof := epub.Proof{Notice: rv.Notice, Text: []string{rv.Quotations}, Rows: [][2]string{
		{w.Title, b.Title}, {w.Author, strings.Join(b.Authors(), l.Lists.Comma)}, {w.Publisher, b.Publisher}, {w.ISBN, b.ISBN.Epub},
		{w.PagesInPrint, strconv.Itoa(r.bookPages)}, {w.Price, rv.Price}, {w.Publication, rv.Publication}, {w.Edition, b.Edition},
		{w.Manuscript, r.revision + ", " + l.Date(b.Date)}, {w.Contact, strings.Join(r.Cfg.ContactLines(), ", ")},
		{w.Comments, rv.Comments}}}
	if since != nil {
		proof.Text = append(proof.Text, l.Changes.Since.Fill("state", since.name)+":")
		for _, c := range reviewChanges(since.changes, r.Cfg.Lang) {
			line := l.Changes.Kind(c.What) + ": " + strings.TrimRight(c.Title, ".")
			if folio := r.Interior().Pages.Folio(c.Anchor); folio != "" && c.Anchor != "" {
				line += ", " + l.Changes.In.Fill("n", folio)
			}
			if c.Detail != "" {
				line += ": " + c.Detail
			}
			proof.Text = append(proof.Text, line)
		}
	}
	master, err := epub.NewMaster(r.Cfg, epub.Unfinished(r.Book, l), assets, proof)
	if err != nil {
		return nil, err
	}
	var out []maker
	for _, c := range copies {
		copy := epub.Copy{ID: c.ID, Lines: []string{numbered(w, c), w.Reader.Fill("name", c.Reader.Name), c.Reader.Note}}
		for _, a := range r.answersOf(c.Reader.ID, "epub") {
			copy.Answers = append(copy.Answers, epub.Answer(a))
		}
		out = append(out, maker{write: func(w io.Writer) error { return master.Write(w, copy) }})
	}
	return out, nil
}

// docxMakers write Word files.
func (r *reviewing) docxMakers(copies []reviewcopy.Copy) (out []maker) {
	rv, w := &r.Cfg.Review, &r.Cfg.Lang.Review
	prepare := sync.OnceValues(func() (*docx.Master, error) {
		return docx.Prepare(r.Cfg, r.Book, docx.Options{Draw: drawnAsPNG(r.Fonts)})
	})
	for _, c := range copies {
		number := w.NumberFor.Fill("copy", numbered(w, c), "name", c.Reader.Name)
		opt := docx.Options{Copy: c.ID, Contact: rv.Contact, Foot: rv.Notice + " \u2022 " + number + " \u2022 " + c.ID,
			Notice: slices.DeleteFunc([]string{rv.Notice, number, r.Cfg.Book.Edition,
				w.DatedState.Fill("revision", r.revision, "date", r.Cfg.Lang.Date(r.Cfg.Book.Date)), rv.Quotations, rv.Comments, c.Reader.Note},
				func(line string) bool { return line == "" })}
		for _, a := range r.answersOf(c.Reader.ID, "docx") {
			opt.Answers = append(opt.Answers, docx.Answer(a))
		}
		out = append(out, maker{write: func(w io.Writer) error {
			master, err := prepare()
			if err != nil {
				return err
			}
			return master.Write(w, opt)
		}})
	}
	return out
}

// numbered returns which of the copies a copy is, in words.
func numbered(w *lang.Review, c reviewcopy.Copy) string {
	return w.Number.Fill("n", strconv.Itoa(c.Number), "of", strconv.Itoa(c.Of))
}

// reviewChanges are the lines of the page that lists what has changed.
func reviewChanges(changes *bookdiff.Changes, l *lang.Language) (out []reviewcopy.Change) {
	for _, c := range changes.List() {
		line := reviewcopy.Change{What: string(c.Kind), Title: c.Title, Anchor: c.ID}
		if c.Kind == bookdiff.Removed {
			line.Anchor = ""
			line.After = pagemap.Place{Pos: c.After.Pos, Offset: c.After.Offset}
		}
		var details []string
		if c.From != "" {
			details = append(details, l.Changes.From.Fill("chapter", c.From))
		}
		if c.Kind != bookdiff.New && c.Kind != bookdiff.Removed {
			if c.Added > 0 {
				details = append(details, l.Count(c.Added, l.Changes.WordsNew))
			}
			if c.Gone > 0 {
				details = append(details, l.Count(c.Gone, l.Changes.WordsGone))
			}
			if slices.ContainsFunc(c.Edits, func(e bookdiff.Edit) bool { return strings.HasPrefix(e.New, "[another picture") }) {
				details = append(details, l.Changes.OtherPicture)
			}
			if c.Form && len(details) == 0 {
				details = append(details, l.Changes.OtherForm)
			}
			if len(c.Fields) > 0 {
				details = append(details, l.Changes.OtherKeys.Fill("keys",
					strings.ReplaceAll(strings.Join(c.Fields, l.Lists.Comma), "see", l.Changes.CrossReferences)))
			}
		}
		line.Detail = strings.Join(details, ", ")
		out = append(out, line)
	}
	return out
}
