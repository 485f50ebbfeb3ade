package studio

import (
	"errors"
	"fmt"
	"net/http"
	slash "path"
	"slices"
	"strconv"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/selection"
)

func (s *Studio) makeRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/make", s.serveMaking)
	mux.HandleFunc("POST /api/make", s.takeMaking)
	mux.HandleFunc("POST /api/make/cancel", s.cancelMaking)
	mux.HandleFunc("POST /api/readers", s.addReader)
	mux.HandleFunc("GET /made/{name...}", s.serveMade)
	mux.HandleFunc("GET /made.zip", s.serveZip)
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
	"cover":    {"The cover", (*Studio).makeCover},
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
		{ask.Outputs, []string{production.PDF, production.EPUB, production.Cards, production.Cover}}, {ask.Profiles, config.Profiles}, {ask.Formats, config.ReviewFormats},
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
	var unknown *selection.Error
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
	out.say(found)
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

// sizeOf returns the size of an output in bytes.
func (s *Studio) sizeOf(p *project.Project, name string) int64 {
	info, err := p.Root.Stat(slash.Join(project.BuildFolder, name))
	if err != nil {
		return 0
	}
	return info.Size()
}

// idOf returns the number that a request names.
func idOf(r *http.Request) int {
	n, _ := strconv.Atoi(r.FormValue("id"))
	return n
}
