package io.muster.server.imports.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Begins with what people come for.
@Controller
class HomeController {
    @GetMapping("/")
    String home() {
        return "redirect:/imports";
    }
}
