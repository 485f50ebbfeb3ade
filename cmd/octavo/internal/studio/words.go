package studio

import (
	"net/http"
	"time"

	"octavo/cmd/octavo/internal/book"
)

// wordCount is how many words the book has, where, and how many were written when.
type wordCount struct {
	Total    int            `json:"total"`
	Today    int            `json:"today"`
	Days     []dayWords     `json:"days"` // the last two weeks
	Chapters []chapterWords `json:"chapters"`
	Note     string         `json:"note,omitempty"` // why days may be missing
}

type dayWords struct {
	Day   string `json:"day"`
	Words int    `json:"words"` // that were written; negative: the book has become shorter
}

type chapterWords struct {
	Title string `json:"title"`
	Words int    `json:"words"`
	Page  int    `json:"page"` // from 1; 0: it is on none
}

// shownDays is how many days are shown.
const shownDays = 14

// serveWords answers how many words there are.
func (s *Studio) serveWords(w http.ResponseWriter, r *http.Request) {
	st := s.book.state(r.Context(), look{})
	out := wordCount{Total: st.words, Chapters: st.chapterWords()}
	days, err := s.diary.days()
	if err != nil {
		out.Note = err.Error()
	}
	out.Days = written(days, time.Now(), shownDays)
	out.Today = out.Days[len(out.Days)-1].Words
	answer(w, out)
}

// chapterWords returns the words of each chapter in the order of the book.
func (st *state) chapterWords() []chapterWords {
	out := []chapterWords{}
	if st.project == nil || st.project.Book == nil {
		return out
	}
	first := map[string]int{}
	if st.places != nil {
		for i, p := range st.places.Pages {
			if p.First {
				first[p.ID] = i + 1
			}
		}
	}
	for _, ch := range st.project.Book.Chapters() {
		title := book.PlainText(ch.Title)
		if title == "" {
			title = ch.Source.Name
		}
		out = append(out, chapterWords{title, ch.Words(), first[ch.ID]})
	}
	return out
}

// written returns how many words were written on each of the last n days, the last of which is today: those that the book has more
// than on the last day before that it was looked at, or than when it was first looked at.
func written(days []day, now time.Time, n int) []dayWords {
	words := map[string]int{}
	for i, d := range days {
		before := d.From
		if i > 0 {
			before = days[i-1].To
		}
		words[d.Day] = d.To - before
	}
	out := make([]dayWords, n)
	for i := range out {
		date := time.Date(now.Year(), now.Month(), now.Day()-(n-1-i), 12, 0, 0, 0, now.Location()).Format(time.DateOnly)
		out[i] = dayWords{date, words[date]}
	}
	return out
}
