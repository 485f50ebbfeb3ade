package main

import (
	"encoding/json"
	"path/filepath"
	"testing"
)

// What another program makes of a file's objects changes nothing of what preflight finds on its pages.
func TestPreflightOtherMakers(t *testing.T) {
	slow(t)
	t.Parallel()
	qpdf := need(t, "qpdf")
	dir := filepath.Join(t.TempDir(), "book")
	if out, errs, err := octavo(t, nil, "new", dir); err != nil {
		t.Fatalf("%v\n%s%s", err, out, errs)
	}
	mustBuild(t, dir)
	original := filepath.Join(dir, "build", filepath.Base(dir)+".pdf")
	want := preflightResults(t, original)
	if len(want) < 15 || want["sound"] != "pass" || want["tagged"] != "pass" {
		t.Fatalf("%v", want)
	}
	for name, c := range map[string]struct {
		args  []string
		other map[string]string // what comes out in another way
	}{
		"object streams": {[]string{"--object-streams=generate"}, nil},
		"linearized":     {[]string{"--linearize", "--object-streams=generate"}, nil},
		"uncompressed":   {[]string{"--qdf"}, nil},
		"table":          {[]string{"--object-streams=disable", "--compress-streams=n"}, nil},
		"PDF 2.0":        {[]string{"--force-version=2.0"}, map[string]string{"version": "note"}},
	} {
		t.Run(name, func(t *testing.T) {
			made := filepath.Join(t.TempDir(), "made.pdf")
			tool(t, qpdf, append(c.args, original, made)...)
			got := preflightResults(t, made)
			for code, result := range want {
				if r, ok := c.other[code]; ok {
					result = r
				}
				if got[code] != result {
					t.Errorf("%s: %s, want %s", code, got[code], result)
				}
			}
		})
	}
	t.Run("encrypted", func(t *testing.T) {
		made := filepath.Join(t.TempDir(), "made.pdf")
		tool(t, qpdf, "--encrypt", "", "owner", "256", "--", original, made)
		if got := preflightResults(t, made); got["encryption"] != "fail" || len(got) != 1 {
			t.Errorf("%v", got)
		}
	})
}

// preflightResults is the result of each point against the profile screen.
func preflightResults(t *testing.T, file string) map[string]string {
	t.Helper()
	out, errs, _ := octavo(t, nil, "preflight", "--format", "json", file)
	var report struct {
		Points []struct{ Code, Result string }
	}
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatalf("%s: %v\n%s%s", filepath.Base(file), err, out, errs)
	}
	results := map[string]string{}
	for _, p := range report.Points {
		results[p.Code] = p.Result
	}
	return results
}
