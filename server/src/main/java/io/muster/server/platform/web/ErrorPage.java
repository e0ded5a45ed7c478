package io.muster.server.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Answers errors that arose before or beside the controllers, such as a refused address.
@Hidden
@Controller
class ErrorPage implements ErrorController {
    private final ProblemResolver problems;

    ErrorPage(ProblemResolver problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    @Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ApiProblem problem =
                status instanceof Integer code
                        ? ProblemTranslator.ofStatus(code)
                        : ProblemTranslator.nothingHere();
        ModelAndView page = problems.answer(request, response, problem);
        // An empty one would let Spring look for a page of its own.
        return page.isEmpty() ? null : page;
    }
}
