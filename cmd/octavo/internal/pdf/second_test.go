package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// painted returns the operators of a file's pages, which begin with text.
func painted(t *testing.T, file []byte) string {
	t.Helper()
	var all strings.Builder
	for _, at := range regexp.MustCompile(`/FlateDecode/Length \d+>>\nstream\n`).FindAllIndex(file, -1) {
		z, err := zlib.NewReader(bytes.NewReader(file[at[1]:]))
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.HasPrefix(data, []byte("BT\n")) {
			all.Write(data)
		}
	}
	return all.String()
}

// TestSecondInk writes a word in the second ink and one in black for every profile and every way to have the ink.
func TestSecondInk(t *testing.T) {
	red := page.Color{M: 78, Y: 83, K: 36, Second: true}
	for _, test := range []struct {
		profile Profile
		second  SecondInk
		asked   bool
		want    string
	}{
		{Screen, 0, false, "0 0.78 0.83 0.36 k"},
		{Screen, BlackInk, true, "0 0.78 0.83 0.36 k"},
		{Plain, SpotInk, true, "0 0.78 0.83 0.36 k"},
		{KDP, 0, false, ""},
		{KDP, ProcessInk, true, "0 0.95 0.9 0.18 k"},
		{KDP, SpotInk, true, "0 0.95 0.9 0.18 k"},
		{Ingram, 0, false, ""},
		{Ingram, SpotInk, true, "/Second cs 1 scn"},
		{x4Profile(t), 0, false, "0 0.95 0.9 0.18 k"},
		{x4Profile(t), SpotInk, true, "/Second cs 1 scn"},
		{x4Profile(t), BlackInk, true, ""},
		{DriveThru, 0, false, "0 0.95 0.9 0.18 k"},
	} {
		word, other := run(regular(t), 54*pt, 72*pt, 24*pt, "Red", 0), run(regular(t), 54*pt, 102*pt, 24*pt, "Black", 0)
		word.Color = red
		doc := document(pageOf(word, other))
		doc.Second = &page.Ink{Name: "Rubric", Process: page.Color{M: 95, Y: 90, K: 18}}
		profile := test.profile
		if test.asked {
			profile = profile.WithSecond(test.second)
		}
		var b bytes.Buffer
		if err := Write(&b, doc, profile); err != nil {
			t.Fatal(err)
		}
		got := painted(t, b.Bytes())
		if test.want != "" && !strings.Contains(got, test.want+"\n") {
			t.Errorf("%s, ink %d: no %q in %q", profile.Name, profile.second, test.want, got)
		}
		if colours := regexp.MustCompile(`(?m) k$| scn$`).FindAllString(got, -1); test.want == "" && (len(colours) != 1 || !strings.Contains(got, "0 0 0 1 k\n")) {
			t.Errorf("%s, ink %d: not black alone: %q", profile.Name, profile.second, got)
		}
		plate := "/ColorSpace<</Second[/Separation/Rubric/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[0 0.95 0.9 0.18 ]>>]>>"
		if has := bytes.Contains(b.Bytes(), []byte(plate)); has != (profile.second == SpotInk) {
			t.Errorf("%s, ink %d: a plate: %v", profile.Name, profile.second, has)
		}
	}
}
