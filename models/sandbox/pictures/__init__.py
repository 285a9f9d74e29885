"""The child process in which files from strangers are decoded: Pillow, NumPy for few pictures, nothing else."""
