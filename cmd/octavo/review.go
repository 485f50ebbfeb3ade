package main

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/collate"
	"octavo/cmd/octavo/internal/compose"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/crew"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/docx"
	"octavo/cmd/octavo/internal/epub"
	"octavo/cmd/octavo/internal/pagemap"
	"octavo/cmd/octavo/internal/pdf"
	"octavo/cmd/octavo/internal/typeset"
)

func reviewCommand() *cobra.Command {
	var ask reviewAsk
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Make review copies, one for each reader",
		Long: `review makes a copy of the book for every [[review.reader]] of book.toml, in
build/review. Each is marked as a proof, says whose it is on every page, and has
the pages of the book itself on larger sheets: room for notes, numbers beside the
lines, the ids of entries in the margin. Page numbers agree with the book.

With --since, bars in the margin stand beside what has changed, and a page in
front lists it: since a revision that git knows, or, as --since last, since the
copy that each reader got before.

Drafts are set at the end, and TK is no error here. What readers write into their
copies comes back with octavo feedback.`,
		Example: `  octavo review                       a copy for every reader
  octavo review --reader ada-quill    for one of them
  octavo review --since last          with bars beside what is new to each reader
  octavo review --since v1 --format pdf,epub
  octavo review identify found.pdf    whose copy is this?`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, f := range ask.formats {
				if !slices.Contains(config.ReviewFormats, f) {
					return usagef(cmd, "there is no format %q; --format takes %s", f, strings.Join(config.ReviewFormats, ", "))
				}
			}
			if ask.layout != "" && ask.layout != config.PageLayout && ask.layout != config.ManuscriptLayout {
				return usagef(cmd, "there is no layout %q; --layout takes %s and %s", ask.layout, config.PageLayout, config.ManuscriptLayout)
			}
			return review(cmd.Context(), bookDir(cmd), ask, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringSliceVar(&ask.readers, "reader", nil, "only for these `readers`, by id or name, with commas between")
	cmd.Flags().StringVar(&ask.since, "since", "", "mark what has changed since a git `revision`, or since the reader's last copy: last")
	cmd.Flags().StringVar(&ask.layout, "layout", "", "page or manuscript, in place of what book.toml says")
	cmd.Flags().StringSliceVar(&ask.formats, "format", nil, "pdf, epub, docx, in place of what book.toml says")
	cmd.RegisterFlagCompletionFunc("layout", cobra.FixedCompletions(
		[]cobra.Completion{config.PageLayout, config.ManuscriptLayout}, cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(config.ReviewFormats, cobra.ShellCompDirectiveNoFileComp))
	cmd.AddCommand(identifyCommand())
	return cmd
}

// reviewAsk is what the command line asks for; what it leaves out is as book.toml says.
type reviewAsk struct {
	readers []string
	since   string
	layout  string
	formats []string
}

// sinceLast is the value of --since that means each reader's last copy.
const sinceLast = "last"

// reviewing is the making of review copies.
type reviewing struct {
	*project
	dir      string // build/review
	ledger   *ledger
	snapshot string // the state of the manuscript
	revision string // how copies name it
	layout   string
	bar      *progress

	text      readersText // the pages that readers get
	bookPages int         // how many the book has

	lines []string // what is said of each file
	fails []error
}

// readersText is the text of copies on paper: the book's pages and behind them those of its drafts, or a typescript.
type readersText struct {
	cfg        *config.Config
	fonts      *compose.Fonts
	doc        *typeset.Document
	pages      *pagemap.Map
	typescript bool
}

// reviewJob is one file for one reader.
type reviewJob struct {
	copy   compose.ReviewCopy
	format string
	since  *compared
}

// compared is a state of the book that copies are compared with.
type compared struct {
	name    string // as copies call it
	changes *collate.Changes
}

func review(ctx context.Context, dir string, ask reviewAsk, stdout, stderr io.Writer) error {
	p, err := openProject(ctx, dir, nil)
	if err != nil {
		return err
	}
	defer p.close()
	p.allowUnfinished()
	if !p.usable() {
		return refuse(stderr, p)
	}
	if ask.layout != "" {
		p.cfg.Review.Layout = ask.layout
	}
	r := &reviewing{project: p, dir: filepath.Join(p.buildDir(), reviewFolder), layout: p.cfg.Review.Layout}
	if r.ledger, err = readLedger(r.dir); err != nil {
		return err
	}
	sum := p.hashManuscript()
	r.snapshot, r.revision = sum[:16], sum[:8]
	if name := revisionName(ctx, dir); name != "" {
		r.revision = name
	}
	if err := os.MkdirAll(r.dir, 0o777); err != nil {
		return fmt.Errorf("cannot make the folder for review copies: %w", reason(err))
	}
	jobs, err := r.jobs(ctx, ask)
	if err != nil {
		return err
	}
	r.bar = newProgress(stderr, len(jobs)+1)
	defer r.bar.done()
	r.bar.step("setting pages")
	if err := r.makeAll(ctx, jobs); err != nil {
		return err
	}
	r.bar.done()
	if p.found.HasErrors() {
		return refuse(stderr, p)
	}
	if err := diag.Text(stderr, p.found, wantsColor(stderr)); err != nil {
		return err
	}
	for _, l := range r.lines {
		fmt.Fprintln(stdout, l)
	}
	for _, err := range r.fails {
		fmt.Fprintf(stderr, "octavo: %v\n", err)
	}
	if len(r.fails) > 0 {
		return fmt.Errorf("%d of %d copies could not be made; the others are whole", len(r.fails), len(jobs))
	}
	return nil
}

// allowUnfinished makes the error of a TK a warning: a review copy may have them.
func (p *project) allowUnfinished() {
	for i := range p.found {
		if p.found[i].Code == "tk" {
			p.found[i].Severity = diag.Warning
		}
	}
}

// hashManuscript is one SHA-256 over what the author wrote, pictures with it.
func (p *project) hashManuscript() string {
	sum := sha256.New()
	add := func(name string, data []byte) {
		for _, part := range [][]byte{[]byte(name), data} {
			sum.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
			sum.Write(part)
		}
	}
	for _, s := range p.book.Sources {
		add(s.Name, s.Text)
	}
	for _, path := range slices.Sorted(maps.Keys(p.book.Pictures)) {
		if pic := p.book.Pictures[path]; pic != nil {
			add("picture "+path, pic.Data)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// jobs are the files to be made.
func (r *reviewing) jobs(ctx context.Context, ask reviewAsk) ([]reviewJob, error) {
	readers := r.cfg.Review.Readers
	if len(readers) == 0 {
		return nil, fmt.Errorf("%s: no reader is named; add one:\n\n  [[review.reader]]\n  name = \"Ada Quill\"\n", r.cfg.Where("review"))
	}
	var ids []string
	for _, reader := range readers {
		ids = append(ids, reader.ID)
	}
	for _, want := range ask.readers {
		if !slices.ContainsFunc(readers, func(x config.Reader) bool { return x.ID == want || x.Name == want }) {
			err := fmt.Errorf("book.toml names no reader %q; there are %s", want, strings.Join(ids, ", "))
			if near := diag.Suggest(want, ids); near != "" {
				err = fmt.Errorf("book.toml names no reader %q; did you mean %s?", want, near)
			}
			return nil, err
		}
	}
	var jobs []reviewJob
	states := map[string]*compared{}
	for i, reader := range readers {
		if len(ask.readers) > 0 && !slices.Contains(ask.readers, reader.ID) && !slices.Contains(ask.readers, reader.Name) {
			continue
		}
		since, err := r.compare(ctx, ask.since, reader.ID, states)
		if err != nil {
			return nil, err
		}
		c := compose.ReviewCopy{ID: r.copyID(reader), Reader: reader, Number: i + 1, Of: len(readers)}
		formats := reader.Formats
		if len(ask.formats) > 0 {
			formats = ask.formats
		}
		for _, format := range formats {
			jobs = append(jobs, reviewJob{c, format, since})
		}
	}
	return jobs, nil
}

// copyID names a copy: the same reader gets the same for the same text. Letters and digits, and short enough to be typed.
func (r *reviewing) copyID(reader config.Reader) string {
	h := sha256.New()
	for _, part := range []string{r.cfg.Book.Identifier, r.cfg.Book.Edition, r.snapshot, reader.ID, reader.Name, reader.Email} {
		h.Write(append([]byte(part), 0))
	}
	var initials strings.Builder
	for word := range strings.SplitSeq(r.cfg.Book.Slug, "-") {
		if word != "" && initials.Len() < 4 {
			initials.WriteByte(word[0])
		}
	}
	return initials.String() + "-" + hex.EncodeToString(h.Sum(nil))[:10]
}

// compare reads the state of the book that a reader's copy is compared with, each state once; nil when there is none.
func (r *reviewing) compare(ctx context.Context, since, reader string, states map[string]*compared) (*compared, error) {
	key, name, dir := since, since, ""
	switch since {
	case "":
		return nil, nil
	case sinceLast:
		last := r.ledger.last(reader, r.snapshot)
		if last == nil { // all of it is new to this reader, and nothing needs a bar
			return nil, nil
		}
		key, name = "snapshot "+last.Snapshot, "your last copy, manuscript "+last.Revision
		dir = filepath.Join(r.dir, snapshotFolder, last.Snapshot)
	}
	if c, ok := states[key]; ok {
		return c, nil
	}
	if dir == "" {
		rev, err := checkOut(ctx, r.project.dir, since)
		if err != nil {
			return nil, fmt.Errorf("cannot look back at %s: %w", since, err)
		}
		defer rev.close()
		dir = rev.dir
	}
	_, then, err := readState(dir)
	if err != nil {
		return nil, fmt.Errorf("cannot compare with %s: %w", name, err)
	}
	c := &compared{name: name, changes: collate.Compare(then, r.book)}
	states[key] = c
	return c, nil
}

// makeAll makes the files: what all copies share once, then each by itself, side by side. A file that fails stops none of
// the others.
func (r *reviewing) makeAll(ctx context.Context, jobs []reviewJob) error {
	in := r.interior()
	if r.settle(in.found); r.found.HasErrors() {
		return nil
	}
	if err := r.setText(in); err != nil {
		return err
	}
	if err := r.keepSnapshot(); err != nil {
		return err
	}
	makers, err := r.makers(jobs)
	if err != nil {
		return err
	}
	results := make([]error, len(jobs))
	copies := make([]ledgerCopy, len(jobs))
	crew.Each(len(jobs), func(i int) {
		if ctx.Err() != nil {
			return
		}
		results[i] = guard(func() (err error) { copies[i], err = r.makeOne(&jobs[i], makers[i]); return err })
		r.bar.step(jobs[i].copy.Reader.Name)
	})
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	for i, err := range results {
		var bug *internalError
		switch {
		case errors.As(err, &bug):
			return err
		case err != nil:
			r.fails = append(r.fails, fmt.Errorf("the %s of %s (%s): %w", jobs[i].format, jobs[i].copy.Reader.Name, jobs[i].copy.Reader.ID, err))
		default:
			r.ledger.add(copies[i])
			r.lines = append(r.lines, fmt.Sprintf("%-52s copy %d of %d  %s", filepath.Join(r.dir, copies[i].File), jobs[i].copy.Number,
				jobs[i].copy.Of, copies[i].ID))
		}
	}
	return r.keepLedger()
}

// setText sets the pages of copies on paper.
func (r *reviewing) setText(in inside) error {
	r.bookPages = len(in.doc.Pages)
	if r.layout == config.ManuscriptLayout {
		t := readersText{cfg: compose.ManuscriptConfig(r.cfg), typescript: true}
		var err error
		if t.fonts, err = compose.LoadFonts(t.cfg.Style, r.cfg.Book.Language, r.styles.ReadFile); err != nil {
			return fmt.Errorf("cannot set a typescript: %w", err)
		}
		t.doc, t.pages, _ = compose.Manuscript(t.cfg, r.book, t.fonts)
		r.text = t
		return nil
	}
	r.text = readersText{cfg: r.cfg, fonts: r.fonts, doc: in.doc, pages: in.pages}
	pages, places, tree := compose.Drafts(r.cfg, r.book, r.fonts, in.pages)
	if len(pages) == 0 {
		return nil
	}
	doc, all := *in.doc, pagemap.Map{Pages: slices.Clone(in.pages.Pages)}
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

// maker writes one file; about is what the ledger is to know of it.
type maker struct {
	write func(io.Writer) error
	about ledgerCopy
}

// makers prepares what copies of one kind share.
func (r *reviewing) makers(jobs []reviewJob) ([]maker, error) {
	out := make([]maker, len(jobs))
	type kind struct {
		format string
		since  *compared
	}
	groups := map[kind][]int{}
	var order []kind
	for i, j := range jobs {
		k := kind{j.format, j.since}
		if _, ok := groups[k]; !ok {
			order = append(order, k)
		}
		groups[k] = append(groups[k], i)
	}
	for _, k := range order {
		var copies []compose.ReviewCopy
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
func (r *reviewing) pdfMakers(copies []compose.ReviewCopy, since *compared) ([]maker, error) {
	t := r.text
	ask := &compose.Review{Inside: t.doc, Pages: t.pages, Book: r.bookPages, Revision: r.revision, Typescript: t.typescript,
		Width: r.cfg.Print.Width, Height: r.cfg.Print.Height}
	if since != nil {
		ask.Since, ask.Changed, ask.Changes = since.name, since.changes.At, reviewChanges(since.changes)
	}
	sheets := compose.ReviewSheet(t.cfg, r.book, t.fonts, ask)
	stamps := make([]pdf.Copy, len(copies))
	for i, c := range copies {
		slots, missing := compose.ReviewSlots(t.cfg, t.fonts, ask, c)
		stamps[i] = pdf.Copy{ID: c.ID, Slots: slots}
		if len(missing) > 0 {
			pos, end := r.cfg.Value(c.Reader.Path + ".name")
			r.found.Warnf("glyph-missing", pos, "the fonts have no %q; the copy leaves it out of the reader's name", string(missing)).To(end).
				Note("the ledger has the whole name")
		}
	}
	master, err := pdf.NewMaster(sheets.Doc, pdf.Screen, stamps)
	if err != nil {
		return nil, err
	}
	out := make([]maker, len(copies))
	for i := range copies {
		out[i] = maker{func(w io.Writer) error { return master.Write(w, i) }, ledgerCopy{First: sheets.First,
			Recto: sheets.Recto.Points(), Verso: sheets.Verso.Points(), Top: sheets.Top.Points()}}
	}
	return out, nil
}

// epubMakers write EPUBs, of which all but a few lines is made once.
func (r *reviewing) epubMakers(copies []compose.ReviewCopy, since *compared) ([]maker, error) {
	assets, err := r.epubAssets()
	if err != nil {
		return nil, err
	}
	b, rv := &r.cfg.Book, &r.cfg.Review
	proof := epub.Proof{Notice: rv.Notice, Text: []string{rv.Quotations}, Rows: [][2]string{
		{"Title", b.Title}, {"Author", strings.Join(b.Authors(), ", ")}, {"Publisher", b.Publisher}, {"ISBN", b.ISBN.Epub},
		{"Pages in print", strconv.Itoa(r.bookPages)}, {"Price", rv.Price}, {"Publication", rv.Publication}, {"Edition", b.Edition},
		{"Manuscript", r.revision + ", " + b.Date.Format("2 January 2006")}, {"Contact", strings.Join(rv.Contact, ", ")},
		{"Comments", rv.Comments}}}
	if since != nil {
		proof.Text = append(proof.Text, "What has changed since "+since.name+":")
		for _, c := range reviewChanges(since.changes) {
			line := c.What + ": " + strings.TrimRight(c.Title, ".")
			if folio := r.interior().pages.Folio(c.Anchor); folio != "" && c.Anchor != "" {
				line += ", page " + folio + " in print"
			}
			if c.Detail != "" {
				line += ": " + c.Detail
			}
			proof.Text = append(proof.Text, line)
		}
	}
	master, err := epub.NewMaster(r.cfg, epub.Unfinished(r.book), assets, proof)
	if err != nil {
		return nil, err
	}
	var out []maker
	for _, c := range copies {
		copy := epub.Copy{ID: c.ID, Lines: []string{fmt.Sprintf("Copy %d of %d", c.Number, c.Of), "for " + c.Reader.Name, c.Reader.Note}}
		out = append(out, maker{write: func(w io.Writer) error { return master.Write(w, copy) }})
	}
	return out, nil
}

// docxMakers write Word files.
func (r *reviewing) docxMakers(copies []compose.ReviewCopy) (out []maker) {
	rv := &r.cfg.Review
	prepare := sync.OnceValues(func() (*docx.Master, error) { return docx.Prepare(r.cfg, r.book, docx.Options{}) })
	for _, c := range copies {
		number := fmt.Sprintf("Copy %d of %d, for %s", c.Number, c.Of, c.Reader.Name)
		opt := docx.Options{Copy: c.ID, Contact: rv.Contact, Foot: rv.Notice + " \u2022 " + number + " \u2022 " + c.ID,
			Notice: slices.DeleteFunc([]string{rv.Notice, number, r.cfg.Book.Edition,
				"Manuscript " + r.revision + ", " + r.cfg.Book.Date.Format("2 January 2006"), rv.Quotations, rv.Comments, c.Reader.Note},
				func(line string) bool { return line == "" })}
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

// reviewChanges are the lines of the page that lists what has changed.
func reviewChanges(changes *collate.Changes) (out []compose.ReviewChange) {
	for _, c := range changes.List() {
		line := compose.ReviewChange{What: string(c.Kind), Title: c.Title, Anchor: c.ID, Pos: c.Pos}
		if c.Kind == collate.Removed {
			line.Anchor = ""
		}
		var details []string
		if c.From != "" {
			details = append(details, "from “"+c.From+"”")
		}
		if c.Kind != collate.New && c.Kind != collate.Removed {
			if c.Added > 0 {
				details = append(details, count(c.Added, "word")+" new")
			}
			if c.Gone > 0 {
				details = append(details, count(c.Gone, "word")+" gone")
			}
			if len(c.Fields) > 0 {
				details = append(details, "other "+strings.Join(c.Fields, ", "))
			}
		}
		line.Detail = strings.Join(details, ", ")
		out = append(out, line)
	}
	return out
}

// makeOne writes a reader's file and puts it in its place.
func (r *reviewing) makeOne(j *reviewJob, m maker) (ledgerCopy, error) {
	reader := j.copy.Reader
	c := m.about
	c.ID, c.Reader, c.Name, c.Email, c.Number, c.Format = j.copy.ID, reader.ID, reader.Name, reader.Email, j.copy.Number, j.format
	c.File = r.cfg.Book.Slug + "-" + reader.ID + "." + j.format
	c.Revision, c.Snapshot, c.Layout = r.revision, r.snapshot, r.layout
	c.Date = r.cfg.Book.Date.Format("2006-01-02")
	s, err := openStage(r.dir)
	if err != nil {
		return c, err
	}
	defer s.discard()
	f, err := s.create(c.File)
	if err != nil {
		return c, err
	}
	if err := m.write(f); err != nil {
		return c, err
	}
	if err := f.finish(); err != nil {
		return c, err
	}
	c.SHA256 = f.hash()
	return c, s.commit()
}

// keepSnapshot keeps the manuscript and its page map as readers get them now.
func (r *reviewing) keepSnapshot() error {
	dir := filepath.Join(r.dir, snapshotFolder, r.snapshot)
	files := map[string][]byte{"book.toml": r.cfg.Source.Text}
	for _, s := range r.book.Sources {
		files[s.Name] = s.Text
	}
	for name, data := range files {
		if err := writeWhole(filepath.Join(dir, filepath.FromSlash(name)), data); err != nil {
			return fmt.Errorf("cannot keep the manuscript as readers get it: %w", reason(err))
		}
	}
	s, err := openStage(dir)
	if err != nil {
		return err
	}
	defer s.discard()
	f, err := s.create(mapName(r.layout))
	if err != nil {
		return err
	}
	if err := r.record(r.text.pages).Write(f); err != nil {
		return err
	}
	if err := f.finish(); err != nil {
		return err
	}
	return s.commit()
}

// writeWhole writes a file that is whole or not there.
func writeWhole(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	temp := name + tempSuffix
	if err := os.WriteFile(temp, data, 0o666); err != nil {
		return err
	}
	return os.Rename(temp, name)
}

func (r *reviewing) keepLedger() error {
	s, err := openStage(r.dir)
	if err != nil {
		return err
	}
	defer s.discard()
	f, err := s.create(ledgerName)
	if err != nil {
		return err
	}
	if err := r.ledger.write(f); err != nil {
		return err
	}
	if err := f.finish(); err != nil {
		return err
	}
	return s.commit()
}
