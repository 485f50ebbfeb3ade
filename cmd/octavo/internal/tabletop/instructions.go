package tabletop

import (
	"fmt"
	"strings"
)

// Instructions returns what to do with the files of a deck for Tabletop Simulator, for a text file beside them. Slug is the name of
// the saved object's files.
func Instructions(d *Deck, slug string) []byte {
	pictures := strings.Join(append(append([]string{}, d.Fronts...), d.Backs...), "\n       ")
	return fmt.Appendf(nil, `%s, for Tabletop Simulator

The program's folder is
  Windows  Documents\My Games\Tabletop Simulator
  macOS    ~/Library/Tabletop Simulator
  Linux    ~/.local/share/Tabletop Simulator

1. Copy the pictures of the cards into its folder Mods/Images:
       %s
2. Copy %s.json and %s.png into its folder Saves/Saved Objects.
3. In a game, choose Objects > Saved Objects, and place the deck.

So far the cards show on your own machine only. To play with others, choose
Modding > Cloud Manager > Upload All Loaded Files. The program then stores the
pictures and names them by their new addresses; save the deck again as a saved
object, and the one from here is no longer needed.

You can also put the pictures on a web site, and their addresses into
%s.json in place of the names above, after FaceURL and BackURL.

Other players see the last card of each picture in place of a card in your hand.
`, d.Title, pictures, slug, slug, slug)
}
