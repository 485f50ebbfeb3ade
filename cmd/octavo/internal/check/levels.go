package check

import (
	"cmp"
	"slices"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
)

// renamed maps codes that rules had before to those that they have, so that a book.toml which names one goes on to do what it did.
var renamed = map[string]string{
	"metaphor-tenor": "kind-key-missing", "metaphor-vehicle": "kind-key-missing", "metaphor-same": "kind-keys-same",
	"metaphor-unnamed": "kind-key-unnamed", "metaphor-keys": "kind-key-other",
}

// formerCodes returns the codes that a rule had before, sorted.
func formerCodes(code string) (out []string) {
	for before, now := range renamed {
		if now == code {
			out = append(out, before)
		}
	}
	slices.Sort(out)
	return out
}

// levelKey returns the code by which book.toml gives a warning its level: the warning's own, or one that it had before.
func levelKey(cfg *config.Config, code string) string {
	if _, ok := cfg.Check.Levels[code]; ok {
		return code
	}
	for _, before := range formerCodes(code) {
		if _, ok := cfg.Check.Levels[before]; ok {
			return before
		}
	}
	return code
}

func levelUnknown(f *facts) {
	codes := make([]string, 0, len(f.rules))
	for _, r := range f.rules {
		if r.Severity == diag.Warning {
			codes = append(codes, r.Code)
		}
	}
	for _, code := range levels(f) {
		if is := cmp.Or(renamed[code], code); slices.ContainsFunc(f.rules, func(r Rule) bool { return r.Code == is }) {
			continue
		}
		pos, end := f.cfg.Key("check.levels." + code)
		d := f.report(pos, "unknown code %q", code).To(end)
		if s := diag.Suggest(code, codes); s != "" {
			d.Note("did you mean %s?", s)
		} else {
			d.Note("use the code between brackets at the end of a warning")
		}
	}
}

func levelError(f *facts) {
	for _, code := range levels(f) {
		is := cmp.Or(renamed[code], code)
		if slices.ContainsFunc(f.rules, func(r Rule) bool { return r.Code == is && r.Severity == diag.Error }) {
			pos, end := f.cfg.Key("check.levels." + code)
			f.report(pos, "%s is an error; only warnings can be silenced", code).To(end).Note("delete the line, and correct what the error reports")
		}
	}
}

// levels returns the codes that book.toml names, sorted.
func levels(f *facts) []string {
	codes := make([]string, 0, len(f.cfg.Check.Levels))
	for code := range f.cfg.Check.Levels {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}
