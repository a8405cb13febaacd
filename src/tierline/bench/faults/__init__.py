"""Parts of a running center are killed at random, and people outside write down what became of them."""
