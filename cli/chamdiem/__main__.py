"""`python -m chamdiem`, for who starts our processes by the interpreter it runs in."""

from chamdiem.main import main

main()
