package production

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/excerpt"
	"octavo/cmd/octavo/internal/filediff"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/onix"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/sheet"
)

// Verdict is whether a file is the one that octavo makes of a book as it is.
type Verdict struct {
	File   string `json:"file"`
	Output string `json:"output"` // which of the outputs it is, by the name that octavo gives that
	Same   bool   `json:"same"`   // its bytes are those that octavo makes
	Copy   string `json:"copy,omitempty"`

	Differences []string `json:"differences,omitempty"`
	Error       string   `json:"error,omitempty"` // why it could not be compared
}

// Verifier compares files with what octavo makes of a book.
type Verifier struct {
	Project *project.Project
	// Deck sets the deck that flags asked for. It is called for a deck that was not made as book.toml has it.
	Deck func(asked []string) (*cards.Deck, error)
	// Flagged opens the book once more, with what flags asked for where a cover was not made as book.toml has it. The Verifier closes
	// it.
	Flagged func(asked []string) (*project.Project, error)

	listed []ManifestOutput
}

// subject is an output that a file is compared with.
type subject struct {
	name    string // of the output
	kind    string // PDF, EPUB, Cards or Cover
	profile string // of a PDF
	flat    bool   // it is a flat picture of the cover
	sampler bool
	sheet   bool
	onix    *ONIXRequest // of records for the trade: what the file says that it is
	asked   []string     // by flags, as the manifest has it
}

// Verify compares a file that the user named with the output that it is, which is made anew in a folder of its own. The error says that it
// is no output of the book, that the book has errors, which are in its project's Found, or that the file costs more to read than any output.
func (v *Verifier) Verify(ctx context.Context, name string, data []byte) (*Verdict, error) {
	p := v.Project
	v.listed = ListOutputs(p.Root)
	verdict := &Verdict{File: name}
	of, ok := v.byName(filepath.Base(name), data)
	if !ok {
		found, err := v.copied(ctx, verdict, data)
		if err != nil || found {
			return verdict, err
		}
		if of, ok, err = v.byContent(ctx, data); err != nil {
			return nil, err
		}
		if !ok && v.lists(name) {
			return nil, fmt.Errorf("octavo verify makes no files of this kind anew: keep a copy of it, run the command that made it once more, and compare the two")
		}
		if !ok {
			return nil, fmt.Errorf("it is no output that octavo makes of this book; the outputs are listed in %s",
				filepath.Join(p.BuildDir(), ManifestName))
		}
	}
	verdict.Output = of.name
	want, err := v.remake(ctx, of)
	if err != nil || want == nil {
		return nil, err
	}
	if verdict.Same = bytes.Equal(data, want); verdict.Same {
		return verdict, nil
	}
	verdict.Differences, err = differences(ctx, data, want)
	verdict.Differences = append(v.origin(of, data), verdict.Differences...)
	return verdict, err
}

// byName returns the output that a file is by its name or, whatever its name, by its bytes, if the manifest knows them.
func (v *Verifier) byName(base string, data []byte) (subject, bool) {
	sum := hashOf(data)
	for _, o := range v.listed {
		if o.SHA256 == sum {
			base = o.File
		}
	}
	var asked []string
	i := slices.IndexFunc(v.listed, func(o ManifestOutput) bool { return o.File == base })
	if i >= 0 {
		asked = v.listed[i].Asked
	}
	if of, ok := v.coverByName(base); ok {
		of.asked = asked
		return of, true
	}
	if i >= 0 {
		if v.listed[i].Cards > 0 {
			return subject{name: base, kind: Cards, asked: asked}, true
		}
	}
	slug := v.Project.Cfg.Book.Slug
	for _, profile := range config.Profiles {
		if base == interiorName(slug, profile) {
			return subject{name: base, kind: PDF, profile: profile}, true
		}
	}
	switch base {
	case project.PagemapName(slug):
		return subject{name: base, kind: PDF, profile: config.Profiles[0]}, true
	case slug + ".epub":
		return subject{name: base, kind: EPUB}, true
	case DeckName(slug):
		return subject{name: base, kind: Cards}, true
	case sheetName(slug) + ".pdf", sheetName(slug) + ".html":
		return subject{name: base, sheet: true}, true
	case ONIXName(slug, "3.0"), ONIXName(slug, "3.1"):
		ask, ok := askedONIX(data)
		if !ok {
			ask.Release = onix.Release(strings.TrimSuffix(strings.TrimPrefix(base, slug+"-onix-"), ".xml"))
		}
		return subject{name: ONIXName(slug, ask.Release), onix: &ask}, true
	case slug + "-sampler.pdf":
		return subject{name: base, kind: PDF, profile: config.Profiles[0], sampler: true, asked: asked}, true
	case slug + "-sampler.epub":
		return subject{name: base, kind: EPUB, sampler: true, asked: asked}, true
	}
	return subject{}, false
}

// coverByName returns the file of the cover that has a name: the cover of a profile, or a flat picture.
func (v *Verifier) coverByName(base string) (subject, bool) {
	cfg := v.Project.Cfg
	if !cfg.Cover.Set {
		return subject{}, false
	}
	plain := CoverName(cfg.Book.Slug, "", 1)
	for _, profile := range config.Profiles[1:] {
		if base == CoverName(cfg.Book.Slug, profile, len(config.Profiles)) {
			return subject{name: base, kind: Cover, profile: profile}, true
		}
	}
	of := subject{name: base, kind: Cover, profile: cfg.Print.Profiles[0]}
	for _, o := range v.listed { // the plain name is that of whichever profile was asked for alone
		if o.File == plain && o.Cover != nil && o.Cover.Profile != "" {
			of.profile = o.Cover.Profile
		}
	}
	for _, flat := range flatNames {
		of.flat = of.flat || base == flatCoverName(cfg.Book.Slug, flat)
	}
	return of, of.flat || base == plain
}

// byContent returns the output that a file is by what is in it: a PDF by its standard and its title, an EPUB. The error says that a PDF
// cannot be read.
func (v *Verifier) byContent(ctx context.Context, data []byte) (_ subject, ok bool, err error) {
	slug := v.Project.Cfg.Book.Slug
	whole := func(base string) (subject, bool, error) {
		of, ok := v.byName(base, nil)
		return of, ok, nil
	}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) && bytes.Contains(data[:min(len(data), 100)], []byte("application/epub+zip")) {
		return whole(slug + ".epub")
	}
	if ask, ok := askedONIX(data); ok {
		return subject{name: ONIXName(slug, ask.Release), onix: &ask}, true, nil
	}
	if !cos.IsPDF(data) {
		return subject{}, false, nil
	}
	f, err := cos.Open(ctx, data)
	if err != nil {
		return subject{}, false, fmt.Errorf("it is damaged, and its name is that of no output: %w", err)
	}
	info := f.Dict(f.Trailer["Info"])
	title, _ := f.Text(info["Title"])
	standard, _ := f.Text(info["GTS_PDFXVersion"])
	root := f.Dict(f.Trailer["Root"])
	cfg := v.Project.Cfg
	switch {
	case title == cfg.Lang.Trade.ExcerptOf.Fill("title", cfg.Book.Title):
		return whole(slug + "-sampler.pdf")
	case title == sheet.Title(cfg):
		return whole(sheetName(slug) + ".pdf")
	case title == cfg.Lang.Deck.Deck.Fill("title", cfg.Book.Title):
		return whole(DeckName(slug))
	case title != cfg.Book.Title:
		return subject{}, false, f.Err()
	case strings.HasPrefix(standard, "PDF/X-1"):
		return whole(interiorName(slug, "ingram"))
	case root["OutputIntents"] != nil:
		return whole(interiorName(slug, "x4"))
	case root["StructTreeRoot"] != nil:
		return whole(interiorName(slug, "screen"))
	}
	return whole(interiorName(slug, "kdp"))
}

// remake makes an output anew and returns its bytes; nil where the book has errors, which are in the project's Found.
func (v *Verifier) remake(ctx context.Context, of subject) (data []byte, err error) {
	root, remove, err := outdir.Scratch(ctx, v.Project.Root, project.BuildFolder)
	if err != nil {
		return nil, err
	}
	defer remove()
	d, err := outdir.OpenIn(ctx, root, ".")
	if err != nil {
		return nil, err
	}
	defer d.Discard()
	var made []Output
	err = parallel.Interruptible(ctx, func() (err error) { made, err = v.make(ctx, d, of); return err })
	if err != nil || v.Project.Found.Stops(diag.Everything) {
		return nil, err
	}
	for _, m := range made {
		if m.File != nil && m.File.Name() == of.name {
			return m.File.ReadBack()
		}
	}
	if v.Project.Found.HasErrors() {
		return nil, nil
	}
	return nil, fmt.Errorf("octavo does not make %s of the book as it is now", of.name)
}

// make makes the output, and those that are made with it.
func (v *Verifier) make(ctx context.Context, d *outdir.Dir, of subject) ([]Output, error) {
	p := v.Project
	switch {
	case of.sampler && len(of.asked) == 0:
		return nil, fmt.Errorf("%s does not list %s, so that nobody knows what that sampler has; run octavo sampler with its flags, and verify it then",
			filepath.Join(p.BuildDir(), ManifestName), of.name)
	case of.sheet:
		return makeSheet(p, d)
	case of.onix != nil:
		out, _, err := makeONIX(ctx, p, d, *of.onix)
		if err != nil || out == nil {
			return nil, err
		}
		return []Output{*out}, nil
	case (of.flat || of.kind == Cover) && len(of.asked) > 0:
		flagged, err := v.Flagged(of.asked)
		if err != nil {
			return nil, err
		}
		defer flagged.Close()
		of.asked = nil
		out, err := (&Verifier{Project: flagged}).make(ctx, d, of)
		if err == nil && flagged.Found.HasErrors() {
			err = flagged.Found.Err()
		}
		return out, err
	case of.flat:
		return Covers(p, d, []string{of.profile}, time.Now())
	case of.kind == Cover:
		c, found := SetCover(p, of.profile)
		if p.Settle(found); c == nil {
			return nil, nil
		}
		o, err := c.make(p, d, of.profile, of.name, time.Now())
		return []Output{o}, err
	case of.sampler:
		small, err := p.Excerpt(excerpt.AskOf(of.asked), of.asked)
		if err != nil {
			return nil, err
		}
		made, err := Make(small, d, []string{of.kind}, []string{of.profile}, project.Silent)
		p.Found = small.Found
		return made, err
	case of.kind == Cards && len(of.asked) > 0:
		deck, err := v.Deck(of.asked)
		if err != nil || deck == nil {
			return nil, err
		}
		return DeckSheets(d, of.name, time.Now(), deck)
	}
	return Make(p, d, []string{of.kind}, []string{of.profile}, project.Silent)
}

// differences returns in what a file differs from the output that it should be.
func differences(ctx context.Context, got, want []byte) ([]string, error) {
	switch {
	case cos.IsPDF(want):
		return filediff.PDF(ctx, got, want)
	case bytes.HasPrefix(want, []byte("PK\x03\x04")):
		return filediff.EPUB(ctx, got, want)
	}
	return []string{fmt.Sprintf("it has %d bytes, not %d, or others", len(got), len(want))}, nil
}

// origin says what the manifest knows of where a file comes from that octavo does not make now.
func (v *Verifier) origin(of subject, data []byte) (out []string) {
	m, err := ReadManifest(v.Project.Root)
	if err != nil {
		return nil
	}
	i := slices.IndexFunc(m.Outputs, func(o ManifestOutput) bool { return o.File == of.name })
	if i < 0 {
		return nil
	}
	now, other := project.Version(), m.Octavo != project.Version() || m.Program != project.Program()
	switch o := m.Outputs[i]; {
	case v.flagged(&o) != "":
		return []string{v.flagged(&o)}
	case o.SHA256 != hashOf(data):
		return []string{"it is not the file that octavo made last either: it was changed, or comes from another build"}
	case other && m.Octavo == now:
		out = append(out, fmt.Sprintf("it was made by another build of octavo %s", now))
	case other:
		out = append(out, fmt.Sprintf("it was made by octavo %s, and this is %s", m.Octavo, now))
	}
	if !other || len(of.asked) == 0 && m.Octavo == now && m.Outputs[i].Inputs != v.Project.HashInputs() {
		out = append(out, "it is the file that octavo made last, and the book has changed since")
	}
	return out
}

// copied compares a review copy with what the ledger has of it, and reports whether the file is one.
func (v *Verifier) copied(ctx context.Context, verdict *Verdict, data []byte) (bool, error) {
	l, err := ledger.Read(v.Project.Root)
	if err != nil || len(l.Copies) == 0 {
		return false, err
	}
	c := l.Holder(hashOf(data))
	intact := c != nil
	if c == nil {
		ids, err := ledger.CopyIDs(ctx, data, l)
		if err != nil || len(ids) == 0 {
			return false, nil // whatever is wrong with it is told by what it is compared with
		}
		if c = l.Find(ids[0]); c == nil {
			verdict.Differences = []string{fmt.Sprintf("it is the review copy %s, which the ledger of this book does not know", ids[0])}
			return true, nil
		}
	}
	verdict.Output, verdict.Copy = filepath.Join(project.ReviewFolder, c.File), c.ID
	if !intact {
		verdict.Differences = append(verdict.Differences, fmt.Sprintf("it is copy %d, for %s, and was changed after it was made", c.Number, c.Owner()))
	}
	if c.Snapshot != v.Project.HashManuscript()[:len(c.Snapshot)] {
		verdict.Differences = append(verdict.Differences, fmt.Sprintf("the manuscript has changed since: it is of %s, %s", c.Revision, c.Date))
	}
	verdict.Same = len(verdict.Differences) == 0
	return true, nil
}

// lists reports whether the manifest lists a file of a name.
func (v *Verifier) lists(name string) bool {
	return slices.ContainsFunc(v.listed, func(o ManifestOutput) bool { return o.File == filepath.Base(name) })
}

// flagged says that flags chose how a cover was made, where it is not as book.toml has it.
func (v *Verifier) flagged(o *ManifestOutput) string {
	c := &v.Project.Cfg.Cover
	if o.Cover == nil || len(o.Asked) > 0 || o.Cover.Binding == c.Binding && o.Cover.Paper == c.Paper {
		return ""
	}
	return fmt.Sprintf("octavo made it last as a %s on %s paper, and book.toml says %s on %s now: write it under [cover] and verify it then",
		o.Cover.Binding, o.Cover.Paper, c.Binding, c.Paper)
}

// askedONIX returns what was asked for when records for the trade were made: release, day and forms are in the file itself. ok is false for
// any other file.
func askedONIX(data []byte) (ask ONIXRequest, ok bool) {
	text := string(data)
	after := func(mark, end string) string {
		_, rest, _ := strings.Cut(text, mark)
		value, _, _ := strings.Cut(rest, end)
		return value
	}
	ask.Release = onix.Release(after(`<ONIXMessage release="`, `"`))
	if !slices.Contains(onix.Releases, string(ask.Release)) {
		return ask, false
	}
	ask.Sent, _ = time.Parse("20060102", after("<SentDateTime>", "<"))
	for _, form := range onix.Forms {
		if form == string(onix.EPUB) {
			continue
		}
		if strings.Contains(text, ":"+form+"</RecordReference>") {
			ask.Forms = append(ask.Forms, onix.Form(form))
		}
	}
	if strings.Count(text, "<RecordReference>") > len(ask.Forms) {
		ask.Forms = append(ask.Forms, onix.EPUB)
	}
	return ask, true
}
