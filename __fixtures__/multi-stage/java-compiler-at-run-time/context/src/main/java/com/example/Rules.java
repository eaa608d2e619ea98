package com.example;

import javax.tools.ToolProvider;

class Rules {
    Object compiler() {
        return ToolProvider.getSystemJavaCompiler();
    }
}
