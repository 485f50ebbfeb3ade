package studio

import (
	"net/http"
	slash "path"

	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
)

// making is what there is to make, and what was made.
type making struct {
	Jobs      []job      `json:"jobs"` // the newest first
	Made      []madeFile `json:"made"` // by the last build, as the manifest has it
	Folder    string     `json:"folder"`
	Ready     bool       `json:"ready"` // there is a book
	Profiles  []string   `json:"profiles"`
	Cover     bool       `json:"cover"` // book.toml has one
	Readers   []choice   `json:"readers"`
	Themes    []choice   `json:"themes"`
	Kinds     []choice   `json:"kinds"`
	Audiences []choice   `json:"audiences"`
	Services  []choice   `json:"services"`
	Sheets    []string   `json:"sheets"`
	Formats   []string   `json:"formats"` // of review copies, as book.toml has them
	Sizes     []string   `json:"sizes"`
}

// serveMaking answers what can be made of the book.
func (s *Studio) serveMaking(w http.ResponseWriter, r *http.Request) {
	out := making{Jobs: s.jobs.all(), Made: []madeFile{}, Folder: slash.Join(s.dir, project.BuildFolder), Profiles: []string{}, Readers: []choice{}, Themes: []choice{},
		Kinds: []choice{}, Audiences: []choice{}, Services: []choice{}, Sheets: []string{}, Sizes: cards.PictureSizeNames(), Formats: []string{}}
	p := s.book.state(r.Context(), look{}).project
	if p == nil || p.Cfg == nil {
		answer(w, out)
		return
	}
	out.Ready, out.Cover, out.Profiles, out.Formats = true, p.Cfg.Cover.Set, p.Cfg.Print.Profiles, p.Cfg.Review.Formats
	out.Themes, out.Audiences = choicesOf(p.Cfg.Themes), choicesOf(p.Cfg.Audiences)
	for _, id := range p.Cfg.KindIDs() {
		out.Kinds = append(out.Kinds, choice{ID: id, Name: p.Cfg.Kind(id).Name})
	}
	for _, reader := range p.Cfg.Review.Readers {
		out.Readers = append(out.Readers, choice{ID: reader.ID, Name: reader.Name})
	}
	if table := p.Cfg.Cards; table != nil {
		out.Sheets = table.SheetIDs()
		for _, id := range table.ServiceIDs() {
			out.Services = append(out.Services, choice{ID: id, Name: table.Service(id).Name})
		}
	}
	for _, m := range s.manifest() {
		out.Made = append(out.Made, madeFile{Name: m.File, Bytes: m.Bytes, About: m.Measure()})
	}
	answer(w, out)
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
