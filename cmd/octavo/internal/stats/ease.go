package stats

import (
	"math"
	"strings"
)

// Ease is how easily a text is read, by the measure that was made for its language. It counts words and sentences and knows nothing
// of what they say.
type Ease struct {
	Measure string   `json:"measure,omitempty"` // its name; "": octavo knows none for the language
	Source  string   `json:"source,omitempty"`  // where it was published
	Score   *float64 `json:"score"`             // null where there is no measure, or less than leastWords
	Means   string   `json:"means,omitempty"`   // the score in words
	Scale   string   `json:"scale,omitempty"`   // what high and low scores mean
}

// leastWords is how much prose a score needs: the formulas were made for samples of 100 words.
const leastWords = 100

// measure is a formula of readability.
type measure struct {
	name, source, scale string
	score               func(s sums) float64
	bands               []band // the highest first
}

// band is what scores from a limit up mean.
type band struct {
	from  float64
	means string
}

// ease measures how easily prose is read.
func (m *measurer) ease(s sums) Ease {
	f := measureOf(m.cfg.Book.Language)
	if f == nil {
		return Ease{}
	}
	e := Ease{Measure: f.name, Source: f.source, Scale: f.scale}
	if s.words < leastWords || s.sentences == 0 {
		return e
	}
	score := rounded(f.score(s))
	e.Score = &score
	for _, b := range f.bands {
		if score >= b.from {
			e.Means = b.means
			break
		}
	}
	return e
}

// rounded rounds to one decimal place.
func rounded(x float64) float64 { return math.Round(x*10) / 10 }

// primary returns the language of a BCP 47 tag without its script and region.
func primary(tag string) string {
	p, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return p
}

const fromHardToEasy = "0 is very difficult, 100 very easy"

// fleschBands are those of R. Flesch, "A New Readability Yardstick", which the adaptations to other languages keep.
func fleschBands() []band {
	return []band{{90, "very easy"}, {80, "easy"}, {70, "fairly easy"}, {60, "standard"}, {50, "fairly difficult"}, {30, "difficult"},
		{math.Inf(-1), "very difficult"}}
}

// flesch is a formula of Flesch's form: a constant less so much for each word of a sentence and each syllable of a word.
func flesch(name, source string, constant, sentence, word float64) *measure {
	return &measure{name, source, fromHardToEasy, func(s sums) float64 {
		return constant - sentence*float64(s.words)/float64(s.sentences) - word*float64(s.syllables)/float64(s.words)
	}, fleschBands()}
}

// measureOf returns the measure for a language, or nil. Each was fitted to texts in that language; those of other languages would
// mislead.
func measureOf(tag string) *measure {
	switch primary(tag) {
	case "en":
		return flesch("Flesch Reading Ease", "R. Flesch, A New Readability Yardstick, Journal of Applied Psychology 32 (1948)", 206.835, 1.015, 84.6)
	case "de":
		return flesch("Flesch, by Amstad", "T. Amstad, Wie verständlich sind unsere Zeitungen? (Zürich 1978)", 180, 1, 58.5)
	case "fr":
		return flesch("Flesch, by Kandel and Moles", "L. Kandel, A. Moles, Application de l’indice de Flesch à la langue française (1958)", 207, 1.015, 73.6)
	case "es": // as G. Law corrected what is often misquoted: words to a sentence, not sentences to a hundred words
		return flesch("Fernández Huerta", "J. Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214 (1959)", 206.84, 1.02, 60)
	case "nl":
		return flesch("Flesch, by Douma", "W. Douma, De leesbaarheid van landbouwbladen (Wageningen 1960)", 206.84, 0.93, 77)
	case "pt":
		return flesch("Flesch, by Martins and others", "T. Martins et al., Readability Formulas Applied to Textbooks in Brazilian Portuguese (São Carlos 1996)",
			248.835, 1.015, 84.6)
	case "ru":
		return flesch("Flesch, by Oborneva", "И. Оборнева, Автоматизированная оценка сложности учебных текстов (Москва 2006)", 206.835, 1.3, 60.1)
	case "tr":
		m := flesch("Ateşman", "E. Ateşman, Türkçede okunabilirliğin ölçülmesi, Dil Dergisi 58 (1997)", 198.825, 2.61, 40.175)
		m.bands = []band{{90, "very easy"}, {70, "easy"}, {50, "medium"}, {30, "difficult"}, {math.Inf(-1), "very difficult"}}
		return m
	case "it":
		return &measure{"Gulpease", "P. Lucisano, M. E. Piemontese, GULPEASE, Scuola e città 3 (1988)", fromHardToEasy, gulpease,
			[]band{{80, "easy with any schooling"}, {60, "easy with eight years of school"}, {40, "easy with thirteen years of school"},
				{math.Inf(-1), "difficult for most"}}}
	case "sv", "da", "nb", "nn", "no":
		return &measure{"LIX", "C. H. Björnsson, Läsbarhet (Stockholm 1968)", "below 30 is very easy, above 60 very difficult", lix,
			[]band{{60, "very difficult"}, {50, "difficult"}, {40, "medium, as newspapers"}, {30, "easy, as fiction"}, {math.Inf(-1), "very easy"}}}
	case "pl":
		return &measure{name: "Pisarek", source: "W. Pisarek, Jak mierzyć zrozumiałość tekstu?, Zeszyty Prasoznawcze 4 (1969)",
			scale: "the higher, the more difficult", score: pisarek}
	}
	return nil
}

func gulpease(s sums) float64 {
	return min(100, 89+(300*float64(s.sentences)-10*float64(s.letters))/float64(s.words))
}

func lix(s sums) float64 {
	return float64(s.words)/float64(s.sentences) + 100*float64(s.long)/float64(s.words)
}

// pisarek counts the words of four syllables and more in the forms that they have; Pisarek counted their base forms.
func pisarek(s sums) float64 {
	return float64(s.words)/float64(s.sentences)/3 + 100*float64(s.many)/float64(s.words)/3 + 1
}
