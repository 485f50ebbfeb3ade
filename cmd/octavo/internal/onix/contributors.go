package onix

import (
	"golang.org/x/text/language"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/origin"
)

// contributors writes who made the book, and what AI did for it: an unnamed person of list 19 that is an AI has the role of what it
// made, and one that only helped follows whom it helped (EDItEUR, Aspects of AI in ONIX).
func (w *writer) contributors(b *config.Book, made *origin.Report) {
	n := 0
	next := func(role string, who func()) {
		n++
		w.in("Contributor", func() {
			w.put("SequenceNumber", itoa(n))
			w.put("ContributorRole", role)
			who()
		})
	}
	machine := func() { w.put("UnnamedPersons", "09") }
	first := true
	for _, c := range b.Contributors {
		if clean(c.Name) == "" {
			continue
		}
		next(role(c.Role), func() {
			w.put("PersonName", c.Name)
			w.put("PersonNameInverted", c.FileAs)
		})
		if made == nil {
			continue
		}
		if first && made.Words.Assisted > 0 || c.Role == "trl" && made.Translation == book.Assisted {
			next("Z01", machine) // assisted by
		}
		first = false
	}
	if made == nil {
		return
	}
	for _, role := range machineRoles(made) {
		next(role, machine)
	}
}

// machineRoles returns the roles of list 17 that AI has where it made something by itself.
func machineRoles(made *origin.Report) (out []string) {
	switch {
	case made.Words.AI > 0 && made.Words.AI == made.Words.All():
		out = append(out, "A01") // all of the text
	case made.Words.AI > 0:
		out = append(out, "A32") // contributions to it
	}
	if made.Pictures.AI > 0 {
		out = append(out, "A12") // illustrations
	}
	if made.Cover == book.AI {
		out = append(out, "A36")
	}
	if made.Translation == book.AI {
		out = append(out, "B06")
	}
	return out
}

// role returns a MARC relator code in list 17.
func role(marc string) string {
	switch marc {
	case "", "aut":
		return "A01"
	case "edt":
		return "B01"
	case "ill":
		return "A12"
	case "trl":
		return "B06"
	case "aui":
		return "A23" // as it is printed: the foreword
	case "win":
		return "A24"
	case "wpr":
		return "A15"
	case "aft":
		return "A19"
	case "pht":
		return "A13"
	case "art":
		return "A07"
	case "bkd", "dsr":
		return "A11"
	case "cov":
		return "A36"
	case "ctb":
		return "A32"
	case "com":
		return "C01"
	case "nrt":
		return "E07"
	}
	return "Z99" // other
}

// languageCode returns a language in list 74, which is ISO 639-2/B; "" for one that is not known.
func languageCode(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	base, _, _ := t.Raw()
	code := base.ISO3()
	if code == "und" {
		return ""
	}
	if b := bibliographic(code); b != "" {
		return b
	}
	return code
}

// bibliographic returns the code of ISO 639-2/B for one of ISO 639-3, "" where they are the same.
func bibliographic(code string) string {
	return map[string]string{
		"sqi": "alb", "hye": "arm", "eus": "baq", "mya": "bur", "zho": "chi", "ces": "cze", "nld": "dut", "fra": "fre",
		"kat": "geo", "deu": "ger", "ell": "gre", "isl": "ice", "mkd": "mac", "mri": "mao", "msa": "may", "fas": "per",
		"ron": "rum", "slk": "slo", "bod": "tib", "cym": "wel",
	}[code]
}
