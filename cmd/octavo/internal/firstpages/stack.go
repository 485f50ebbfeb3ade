package firstpages

// stackSize is what packages need of the stack while they are initialised, in bytes: goldmark/util compiles an expression that nests deep.
const stackSize = 100 << 10

// used keeps the compiler from leaving out what growStack does.
var used byte

func init() { growStack(1) }

// growStack has the stack grow at once, instead of by doubling it, and copying it, five times.
//
//go:noinline
func growStack(i int) {
	var room [stackSize]byte
	room[i] = 1
	used = room[i-1]
}
