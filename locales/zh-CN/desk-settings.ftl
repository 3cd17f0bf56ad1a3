### The settings pages of the workspace, and incidents.

## Frame

settings = 设置
