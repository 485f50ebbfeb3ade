package studio

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	slash "path"
	"slices"
	"strconv"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

func (s *Studio) makeRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/make", s.serveMaking)
	mux.HandleFunc("POST /api/make", s.takeMaking)
	mux.HandleFunc("POST /api/make/cancel", s.cancelMaking)
	mux.HandleFunc("POST /api/readers", s.addReader)
	mux.HandleFunc("GET /made/{name...}", s.serveMade)
	mux.HandleFunc("GET /made.zip", s.serveZip)
}

// making is what there is to make, and what was made.
type making struct {
	Jobs      []job      `json:"jobs"` // the newest first
	Made      []madeFile `json:"made"` // by the last build, as the manifest has it
	Folder    string     `json:"folder"`
	Ready     bool       `json:"ready"` // there is a book
	Profiles  []string   `json:"profiles"`
	Readers   []option   `json:"readers"`
	Themes    []option   `json:"themes"`
	Kinds     []option   `json:"kinds"`
	Audiences []option   `json:"audiences"`
	Services  []option   `json:"services"`
	Sheets    []string   `json:"sheets"`
	Formats   []string   `json:"formats"` // of review copies, as book.toml has them
	Sizes     []string   `json:"sizes"`
}

// option is something that can be chosen.
type option struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func optionsOf(list []config.Name) (out []option) {
	out = []option{}
	for _, n := range list {
		out = append(out, option{n.ID, n.Name})
	}
	return out
}

// serveMaking answers what can be made of the book.
func (s *Studio) serveMaking(w http.ResponseWriter, r *http.Request) {
	out := making{Jobs: s.jobs.all(), Made: []madeFile{}, Folder: slash.Join(s.dir, project.BuildFolder), Profiles: []string{}, Readers: []option{}, Themes: []option{},
		Kinds: []option{}, Audiences: []option{}, Services: []option{}, Sheets: []string{}, Sizes: cards.PictureSizeNames(), Formats: []string{}}
	p := s.book.state(r.Context(), look{}).project
	if p == nil || p.Cfg == nil {
		answer(w, out)
		return
	}
	out.Ready, out.Profiles, out.Formats = true, p.Cfg.Print.Profiles, p.Cfg.Review.Formats
	out.Themes, out.Audiences = optionsOf(p.Cfg.Themes), optionsOf(p.Cfg.Audiences)
	for _, id := range p.Cfg.KindIDs() {
		out.Kinds = append(out.Kinds, option{id, p.Cfg.Kind(id).Name})
	}
	for _, reader := range p.Cfg.Review.Readers {
		out.Readers = append(out.Readers, option{reader.ID, reader.Name})
	}
	if table := p.Cfg.Cards; table != nil {
		out.Sheets = table.SheetIDs()
		for _, id := range table.ServiceIDs() {
			out.Services = append(out.Services, option{id, table.Service(id).Name})
		}
	}
	for _, m := range s.manifest() {
		out.Made = append(out.Made, madeFile{Name: m.File, Bytes: m.Bytes, About: measure(m.Pages, m.Cards)})
	}
	answer(w, out)
}

func measure(pages, cards int) string {
	switch {
	case cards > 0:
		return fmt.Sprintf("%s on %s", diag.Count(cards, "card"), diag.Count(pages, "page"))
	case pages > 0:
		return diag.Count(pages, "page")
	}
	return ""
}

// makeRequest is what the author wants made.
type makeRequest struct {
	Kind      string   `json:"kind"` // of the table makers
	Outputs   []string `json:"outputs"`
	Profiles  []string `json:"profiles"`
	Readers   []string `json:"readers"`
	Formats   []string `json:"formats"`
	Layout    string   `json:"layout"`
	Since     bool     `json:"since"` // mark what is new to each reader
	Themes    []string `json:"themes"`
	Kinds     []string `json:"kinds"`
	Audiences []string `json:"audiences"`
	Sheet     string   `json:"sheet"`
	Service   string   `json:"service"`
	Sizes     []string `json:"sizes"`
}

// makers are the kinds of jobs, with their titles.
var makers = map[string]struct {
	title string
	make  func(*Studio, *makeRequest) maker
}{
	"book":     {"The book", (*Studio).makeBook},
	"review":   {"Review copies", (*Studio).makeReview},
	"cards":    {"The cards", (*Studio).makeCards},
	"overview": {"An overview of the cards", (*Studio).makeOverview},
	"service":  {"Cards for a print service", (*Studio).makeService},
	"share":    {"Pictures to share", (*Studio).makePictures},
	"check":    {"A check of the book", (*Studio).makeCheck},
}

// takeMaking starts a job.
func (s *Studio) takeMaking(w http.ResponseWriter, r *http.Request) {
	var ask makeRequest
	if !take(w, r, &ask) {
		return
	}
	kind, ok := makers[ask.Kind]
	if !ok {
		refuse(w, http.StatusBadRequest, problem{Message: fmt.Sprintf("octavo makes no %q", ask.Kind)})
		return
	}
	for _, l := range []struct{ asked, possible []string }{
		{ask.Outputs, []string{production.PDF, production.EPUB, production.Cards}}, {ask.Profiles, config.Profiles}, {ask.Formats, config.ReviewFormats},
		{[]string{ask.Layout}, []string{"", config.PageLayout, config.ManuscriptLayout}},
	} {
		for _, v := range l.asked {
			if !slices.Contains(l.possible, v) {
				refuse(w, http.StatusBadRequest, problem{Message: fmt.Sprintf("there is no %q to choose", v)})
				return
			}
		}
	}
	answer(w, s.jobs.start(ask.Kind, kind.title, kind.make(s, &ask)))
}

func (s *Studio) cancelMaking(w http.ResponseWriter, r *http.Request) {
	var ask struct{ ID int }
	if !take(w, r, &ask) {
		return
	}
	if !s.jobs.cancel(ask.ID) {
		refuse(w, http.StatusConflict, problem{Message: "it is done already"})
		return
	}
	answer(w, struct{}{})
}

// errFaulty says that the book has errors that keep something from being made.
var errFaulty = errors.New("the book has errors, so nothing was made, and the files of before are as they were; mend the errors and try again")

// made returns the result of a maker, with what was found of the book: where nothing was made because of that, an error with it.
func (s *Studio) made(p *project.Project, out *jobResult, err error, about ...string) (*jobResult, error) {
	if errors.Is(err, errCancelled) { // what makes it may be at it still, and add to what was found
		return nil, err
	}
	if out == nil {
		out = &jobResult{}
	}
	var unknown *cards.ChoiceError
	if errors.As(err, &unknown) || errors.Is(err, production.ErrNoCards) {
		err = errors.New("no card is what you have chosen; choose other themes, kinds or audiences")
	}
	out.Files, out.Notes = append([]madeFile{}, out.Files...), append([]string{}, out.Notes...)
	found := p.Found
	if about != nil {
		found = found.With(about...)
	}
	if errors.Is(err, errFaulty) {
		found = p.Found
	}
	out.say(s, found)
	return out, err
}

// outputsOf returns files as the page in the browser shows them; folder is theirs in the folder of outputs.
func outputsOf(outputs []production.Output) *jobResult {
	out := &jobResult{}
	for _, o := range outputs {
		if !o.Quiet {
			out.Files = append(out.Files, madeFile{o.File.Name(), o.File.Size(), o.Measure(), o.Note})
		}
	}
	return out
}

// cardCodes are the beginnings of the codes of what is wrong with cards.
var cardCodes = []string{"card-", "deck-", "pouch-"}

func (s *Studio) makeBook(ask *makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		kinds := ask.Outputs
		if len(kinds) == 0 {
			kinds = []string{production.PDF, production.EPUB, production.Cards}
		}
		t.expect(3 + len(kinds))
		p, err := project.Open(ctx, s.dir, t.step)
		if err != nil {
			return nil, err
		}
		defer p.Close()
		if len(ask.Profiles) == 0 {
			ask.Profiles = nil
		}
		outputs, err := production.Build(ctx, p, production.BuildRequest{Kinds: kinds, Profiles: ask.Profiles}, t.step)
		if err == nil && len(outputs) == 0 {
			err = errFaulty
		}
		out := outputsOf(outputs)
		if n, _ := p.Found.Count(); err == nil && n > 0 && slices.Contains(kinds, production.Cards) {
			out.Notes = append(out.Notes, fmt.Sprintf("The cards were not made: %s", diag.Count(n, "error")))
		}
		return s.made(p, out, err)
	}
}

func (s *Studio) makeReview(ask *makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		t.expect(2)
		p, err := project.Open(ctx, s.dir, t.step)
		if err != nil {
			return nil, err
		}
		defer p.Close()
		p.AllowUnfinished()
		if !p.Usable(diag.Everything) {
			return s.made(p, nil, errFaulty)
		}
		req := production.ReviewRequest{Readers: ask.Readers, Layout: ask.Layout, Formats: ask.Formats, Today: time.Now().UTC().Format(time.DateOnly)}
		if ask.Since {
			req.Since = production.SinceLast
		}
		made, err := production.ReviewCopies(ctx, p, req, func(files int) func(string) {
			t.expect(files + 1)
			return t.step
		})
		if err != nil {
			return s.made(p, nil, err)
		}
		if made.Nothing() {
			return s.made(p, nil, errFaulty)
		}
		out := &jobResult{Folder: slash.Join(project.BuildFolder, project.ReviewFolder)}
		for _, c := range made.Copies {
			name := slash.Join(project.ReviewFolder, c.File)
			out.Files = append(out.Files, madeFile{name, s.sizeOf(p, name), fmt.Sprintf("copy %d of %d for %s", c.Number, made.Of, c.Name), ""})
		}
		for _, f := range made.Fails {
			out.Notes = append(out.Notes, f.Error())
		}
		if n := made.Failed; n > 0 {
			err = fmt.Errorf("%d of %d copies could not be made; the others are whole", n, n+len(made.Copies))
		}
		return s.made(p, out, err)
	}
}

// sizeOf returns the size of an output in bytes.
func (s *Studio) sizeOf(p *project.Project, name string) int64 {
	info, err := p.Root.Stat(slash.Join(project.BuildFolder, name))
	if err != nil {
		return 0
	}
	return info.Size()
}

// settings returns what a request sets in book.toml's place.
func (ask *makeRequest) settings() []config.Setting {
	given := map[string]any{}
	if ask.Sheet != "" {
		given["deck.sheet"] = ask.Sheet
	}
	return config.DeckSettings(given)
}

// asked returns what of a request changes what is made, as the command's flags have it.
func (ask *makeRequest) asked() (out []string) {
	for _, f := range []struct {
		flag   string
		values []string
	}{{"audience", ask.Audiences}, {"kind", ask.Kinds}, {"sheet", nil}, {"theme", ask.Themes}} {
		switch {
		case f.flag == "sheet" && ask.Sheet != "":
			out = append(out, "sheet="+ask.Sheet)
		case len(f.values) > 0:
			out = append(out, f.flag+"="+"["+strings.Join(f.values, ",")+"]")
		}
	}
	return out
}

// ofDeck opens the book for cards and sets those that are asked for.
func (s *Studio) ofDeck(ctx context.Context, t *task, ask *makeRequest, set func(*project.Project, []*book.Entry) (*cards.Deck, diag.List),
	use func(p *project.Project, deck *cards.Deck) (*jobResult, error), more ...config.Setting) (*jobResult, error) {
	p, entries, err := s.chosenCards(ctx, t, ask, more...)
	if p == nil {
		return nil, err
	}
	defer p.Close()
	if err != nil {
		return s.made(p, nil, err)
	}
	t.step("setting")
	deck, err := production.SetDeck(ctx, p, set, entries)
	if err == nil {
		err = config.FlagFault(p.Found)
	}
	if err == nil && deck == nil {
		err = errFaulty
	}
	if err != nil {
		return s.made(p, nil, err)
	}
	out, err := use(p, deck)
	return s.made(p, out, err, cardCodes...)
}

// chosenCards opens the book and chooses cards. Where the project is not nil it is to be closed.
func (s *Studio) chosenCards(ctx context.Context, t *task, ask *makeRequest, more ...config.Setting) (*project.Project, []*book.Entry, error) {
	t.expect(4)
	p, err := project.Open(ctx, s.dir, t.step, append(ask.settings(), more...)...)
	if err != nil {
		return nil, nil, err
	}
	if err := config.FlagFault(p.Found); err != nil {
		return p, nil, err
	}
	if !p.Usable(diag.Deck) {
		return p, nil, errFaulty
	}
	p.Recall, p.Asked = true, ask.asked()
	entries, err := production.ChooseCards(ctx, p, cards.Choice{Themes: ask.Themes, Kinds: ask.Kinds, Audiences: ask.Audiences}, "")
	return p, entries, err
}

func (s *Studio) makeCards(ask *makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		return s.ofDeck(ctx, t, ask, (*project.Project).Sheets, func(p *project.Project, deck *cards.Deck) (*jobResult, error) {
			t.step("writing")
			return delivered(ctx, p, func(d *outdir.Dir) ([]production.Output, error) {
				return production.DeckSheets(d, production.DeckName(p.Cfg.Book.Slug), time.Now(), deck)
			})
		})
	}
}

func (s *Studio) makeOverview(ask *makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		return s.ofDeck(ctx, t, ask, (*project.Project).Deck, func(p *project.Project, deck *cards.Deck) (*jobResult, error) {
			t.step("writing")
			return delivered(ctx, p, func(d *outdir.Dir) ([]production.Output, error) {
				return production.ContactSheet(d, p.Cfg.Book.Slug+"-contact.pdf", time.Now(), deck)
			})
		})
	}
}

// delivered makes files of a deck in the folder of outputs.
func delivered(ctx context.Context, p *project.Project, make func(*outdir.Dir) ([]production.Output, error)) (*jobResult, error) {
	outputs, _, err := production.Deliver(ctx, p, "", make)
	if err == nil && len(outputs) == 0 {
		err = errFaulty
	}
	return outputsOf(outputs), err
}

func (s *Studio) makeService(ask *makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		table, err := project.CardTable(s.dir)
		if err != nil {
			return nil, err
		}
		service, err := table.ChooseService(ask.Service)
		if err != nil {
			return nil, err
		}
		return s.ofDeck(ctx, t, ask, (*project.Project).Deck, func(p *project.Project, deck *cards.Deck) (*jobResult, error) {
			if err := production.Acceptable(p, service, deck); err != nil {
				return nil, err
			}
			folder := p.Cfg.Book.Slug + "-cards-" + service.ID
			made, err := production.ExportDeck(ctx, p, service, deck, production.ExportRequest{Own: folder, Formats: service.Formats()[:1], DPI: cmp.Or(service.DPI, production.DefaultDPI)},
				func(files int) func(string) {
					t.expect(files)
					return t.step
				})
			if err == nil && made == nil {
				err = errFaulty
			}
			if err != nil {
				return nil, err
			}
			out := s.inFolder(p, folder, made.Names)
			if made.Note != "" {
				out.Notes = append(out.Notes, made.Note)
			}
			return out, nil
		}, production.ExportSettings(service, "the service")...)
	}
}

// inFolder returns the result of what has made a folder of files.
func (s *Studio) inFolder(p *project.Project, folder string, names []string) *jobResult {
	out := &jobResult{Folder: slash.Join(project.BuildFolder, folder)}
	for _, n := range names {
		name := slash.Join(folder, n)
		out.Files = append(out.Files, madeFile{Name: name, Bytes: s.sizeOf(p, name)})
	}
	return out
}

func (s *Studio) makePictures(ask *makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		var req production.ShareRequest
		for _, name := range ask.Sizes {
			size, err := cards.FindPictureSize(name)
			if err != nil {
				return nil, err
			}
			req.Sizes = append(req.Sizes, size)
		}
		if len(req.Sizes) == 0 {
			return nil, errors.New("choose a size of the pictures")
		}
		p, entries, err := s.chosenCards(ctx, t, ask)
		if p == nil {
			return nil, err
		}
		defer p.Close()
		if err != nil {
			return s.made(p, nil, err)
		}
		t.step("drawing")
		made, err := production.Share(ctx, p, entries, req)
		if err == nil && made == nil {
			err = errFaulty
		}
		if err != nil {
			return s.made(p, nil, err)
		}
		return s.made(p, s.inFolder(p, p.Cfg.Book.Slug+"-share", made.Names), nil, cardCodes...)
	}
}

func (s *Studio) makeCheck(*makeRequest) maker {
	return func(ctx context.Context, t *task) (*jobResult, error) {
		t.expect(3)
		p, err := project.Open(ctx, s.dir, t.step)
		if err != nil {
			return nil, err
		}
		defer p.Close()
		t.step("setting")
		p.Typography = true
		if p.Usable(diag.Everything) {
			if err := p.TrySetting(); err != nil {
				return nil, err
			}
		}
		out := &jobResult{Summary: p.Found.Summary()}
		if len(p.Found) == 0 {
			out.Summary = "nothing is wrong"
		}
		return s.made(p, out, context.Cause(ctx))
	}
}

// manifest returns what the last builds have made.
func (s *Studio) manifest() []production.ManifestOutput {
	root, err := project.OpenBook(s.dir)
	if err != nil {
		return nil
	}
	defer root.Close()
	return production.ListOutputs(root)
}

// idOf returns the number that a request names.
func idOf(r *http.Request) int {
	n, _ := strconv.Atoi(r.FormValue("id"))
	return n
}
