package pdf

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzICC looks at any bytes as a colour profile.
func FuzzICC(f *testing.F) {
	files, err := filepath.Glob("../../../../styles/icc/*.icc")
	if err != nil || len(files) == 0 {
		f.Fatalf("no profiles: %v", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data[:200])
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if checkICC(data, "prtr", "CMYK") == nil && len(data) < 128 {
			t.Error("a profile without a header is taken")
		}
		if checkICC(data, "", "RGB ") == nil && checkICC(data, "", "CMYK") == nil {
			t.Error("one profile for two colour spaces")
		}
	})
}
