"""`python -m convoscope` is the command `convoscope`."""

from convoscope.command import main

if __name__ == "__main__":
    main()
