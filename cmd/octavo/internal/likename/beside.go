package likename

import (
	"fmt"
	"path/filepath"

	"octavo/cmd/octavo/internal/readfile"
)

// Beside returns, for the end of a message about a file that a user has named and that is not there, which file beside it may have been
// meant: "; did you mean …?". It returns "" where there is none, and where the file is there.
func Beside(name string) string {
	dir := filepath.Dir(name)
	root, err := readfile.OpenRoot(dir)
	if err != nil {
		return ""
	}
	defer root.Close()
	entries, err := readfile.List(root, ".")
	if err != nil {
		return ""
	}
	var lying []string
	for _, e := range entries {
		if e.Name() == filepath.Base(name) {
			return ""
		}
		lying = append(lying, e.Name())
	}
	like := Find(filepath.Base(name), lying)
	if like.Difference == None {
		return ""
	}
	return fmt.Sprintf("; did you mean %s?", filepath.Join(dir, like.Name))
}
