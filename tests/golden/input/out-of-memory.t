# Memory that ends is one message and exit 2, in the language of the messages
-- contract.ccl --
contract "A"
-- run: ccl check contract.ccl --debug out-of-memory=1 --
-- stdout --
-- stderr --
error[out-of-memory]: there is not enough memory
-- exit: 2 --
-- run: ccl check contract.ccl --debug out-of-memory=1 --lang fr --
-- stdout --
-- stderr --
erreur[out-of-memory] : il n'y a pas assez de mémoire
-- exit: 2 --
