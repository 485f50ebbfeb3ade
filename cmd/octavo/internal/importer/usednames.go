package importer

import (
	"strconv"
	"strings"
)

// usedNames are names that are taken, in small letters, each with the number that was tried last behind it. So a thousand names that are alike
// take no longer than others.
type usedNames map[string]int

// add takes a name, with a number behind its stem where it is taken already, and returns it.
func (u usedNames) add(stem, ext string) string {
	first := strings.ToLower(stem + ext)
	free := stem + ext
	for u[strings.ToLower(free)] > 0 {
		u[first]++
		free = stem + "-" + strconv.Itoa(u[first]) + ext
	}
	u[strings.ToLower(free)] = 1
	return free
}
